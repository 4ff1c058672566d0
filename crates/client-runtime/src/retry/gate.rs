use std::{
    pin::pin,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use futures_util::future::select;
use tokio::sync::Notify;

use super::backoff::part;
use crate::clock::Clock;

/// The pause that one 429 imposes on all clones of a client.
///
/// While it lasts no call sends a request. Afterwards one call is sent first; unless it is rejected
/// again, the others follow, spread out over a time that grows with their number, so that they do
/// not arrive as one burst.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    state: Mutex<State>,
    changed: Notify,
    cleared: Notify,
}

/// Maximum pause that one response can impose on all clones of a client.
///
/// A longer `Retry-After` is reported in full by the error of the call that received it, but the
/// other calls resume after this time. `Client::clear_pause` ends a pause earlier.
pub const MAX_PAUSE: Duration = Duration::from_secs(60 * 60);

#[derive(Debug, Default)]
struct State {
    paused_until: Option<Instant>,
    is_first_sent: bool,
    waiting: u32,
    spread: Duration,
}

/// Mean interval between the waiting calls after a pause.
const INTERVAL: Duration = Duration::from_millis(50);
const MAX_SPREAD: Duration = Duration::from_secs(8);

/// Permission to send one request. If the first call is dropped, another call becomes the first.
#[derive(Debug)]
pub(crate) struct Ticket<'g> {
    first: Option<&'g Gate>,
}

enum Step {
    Go,
    GoFirst,
    Sleep(Duration),
    AwaitFirst,
    Spread(Duration),
}

impl Gate {
    /// Pauses all calls for this long, up to [`MAX_PAUSE`]. A pause that ends later remains.
    pub(crate) fn pause(&self, now: Instant, pause: Duration) {
        let until = now.checked_add(pause.min(MAX_PAUSE));
        let mut state = self.lock();
        state.paused_until = state.paused_until.max(until);
    }

    /// Ends the pause; the calls that wait for its end are sent, spread out.
    pub(crate) fn clear(&self) {
        let mut state = self.lock();
        state.open();
        drop(state);
        self.cleared.notify_waiters();
        self.changed.notify_waiters();
    }

    /// Remaining time of the pause.
    pub(crate) fn remaining(&self, now: Instant) -> Option<Duration> {
        let until = self.lock().paused_until?;
        Some(until.saturating_duration_since(now)).filter(|left| !left.is_zero())
    }

    /// Whether no pause has begun since the ticket was issued.
    pub(crate) fn admits(&self, ticket: &Ticket<'_>, clock: &dyn Clock) -> bool {
        let paused_until = self.lock().paused_until;
        match paused_until {
            None => true,
            Some(until) => ticket.first.is_some() && until <= clock.now(),
        }
    }

    /// Waits until a request may be sent.
    ///
    /// # Errors
    /// The rest of the pause, if it is longer than `left`.
    pub(crate) async fn pass(
        &self,
        clock: &dyn Clock,
        left: impl Fn() -> Duration,
    ) -> Result<Ticket<'_>, Duration> {
        // The usual case needs no registration.
        if self.lock().paused_until.is_none() {
            return Ok(Ticket { first: None });
        }
        let mut waiting = None;
        let mut is_waiting = false;
        loop {
            // Registered before the state is read, so that no change falls between the two.
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            let mut cleared = pin!(self.cleared.notified());
            cleared.as_mut().enable();
            let step = self.lock().step(clock.now(), is_waiting);
            match step {
                Step::Go => return Ok(Ticket { first: None }),
                Step::GoFirst => return Ok(Ticket { first: Some(self) }),
                Step::Sleep(pause) if pause > left() => return Err(pause),
                _ => {}
            }
            waiting.get_or_insert_with(|| Waiting::new(self));
            match step {
                Step::Sleep(pause) => {
                    select(clock.sleep(pause), cleared).await;
                }
                Step::Spread(spread) => {
                    clock.sleep(part(spread, clock.jitter()).min(left())).await;
                    is_waiting = false;
                    continue;
                }
                // Another request has to end first: real time, whatever the clock.
                _ if tokio::time::timeout(left(), changed).await.is_err() => {
                    return Err(Duration::ZERO);
                }
                _ => {}
            }
            is_waiting = true;
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn open(&mut self) {
        self.paused_until = None;
        self.spread = INTERVAL.saturating_mul(self.waiting).min(MAX_SPREAD);
    }

    fn step(&mut self, now: Instant, is_waiting: bool) -> Step {
        match self.paused_until {
            None if is_waiting => Step::Spread(self.spread),
            None => Step::Go,
            Some(until) if now < until => Step::Sleep(until - now),
            Some(_) if self.is_first_sent => Step::AwaitFirst,
            Some(_) => {
                self.is_first_sent = true;
                Step::GoFirst
            }
        }
    }
}

impl Ticket<'_> {
    /// Reports the end of the request. Unless a new pause has begun, the pause is over for all
    /// calls.
    pub(crate) fn returned(mut self, clock: &dyn Clock) {
        let Some(gate) = self.first.take() else {
            return;
        };
        let mut state = gate.lock();
        state.is_first_sent = false;
        if state.paused_until.is_none_or(|until| until <= clock.now()) {
            state.open();
        }
        drop(state);
        gate.changed.notify_waiters();
    }
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        if let Some(gate) = self.first {
            gate.lock().is_first_sent = false;
            gate.changed.notify_waiters();
        }
    }
}

/// Guard that counts a waiting call.
struct Waiting<'g>(&'g Gate);

impl<'g> Waiting<'g> {
    fn new(gate: &'g Gate) -> Self {
        gate.lock().waiting += 1;
        Self(gate)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.lock().waiting -= 1;
    }
}
