use std::{
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use futures_util::future::select;
use reqwest::header::HeaderValue;
use tokio::{sync::Mutex as Flight, time::timeout};

use super::{access_token::Token, error::TokenError, pause::Pause, source::TokenSource};
use crate::clock::Clock;

/// A token in use.
#[derive(Clone, Debug)]
pub(crate) struct Lease {
    /// The number of the fetch that obtained it.
    serial: u64,
    pub(crate) header: HeaderValue,
    /// Whether another one can be obtained when the service rejects it.
    pub(crate) renewable: bool,
}

/// The one token that all clones of a client use.
///
/// It is fetched once for any number of callers. From 60 s or a quarter of its lifetime before its
/// end, whichever is less, one caller fetches the next one while the others use this one. If that
/// fails, or takes longer than 5 s or half of that caller's remaining time, this one stays, and the
/// next one is not requested for 5 s.
///
/// - A `Retry-After` of the token endpoint applies to all callers, whatever the scopes of their
///   tokens.
/// - A token that was rejected is replaced by one whose request started afterwards.
/// - A token that is rejected right after the one before it stays for 60 s: meanwhile calls send it
///   without a further token request.
pub(crate) struct TokenCache {
    source: Option<Arc<dyn TokenSource>>,
    state: Mutex<State>,
    flight: Flight<()>,
    pause: Arc<Pause>,
}

#[derive(Default)]
struct State {
    current: Option<Current>,
    fetches: u64,
    failures: u64,
    last_failure: Option<TokenError>,
    rejections: u64,
    /// Whether the last token was rejected and none has been accepted since.
    after_rejection: bool,
    /// Until then a rejected token is not replaced.
    suspended_until: Option<Instant>,
}

#[derive(Clone)]
struct Current {
    lease: Lease,
    renew_at: Option<Instant>,
    ends_at: Option<Instant>,
}

const EARLY: Duration = Duration::from_secs(60);
const RENEWAL_TIMEOUT: Duration = Duration::from_secs(5);
const AFTER_FAILED_RENEWAL: Duration = Duration::from_secs(5);
const SUSPENSION: Duration = Duration::from_secs(60);

impl TokenCache {
    /// A cache of the tokens of a source.
    pub(crate) fn new(source: Arc<dyn TokenSource>) -> Self {
        Self {
            source: Some(source),
            state: Mutex::default(),
            flight: Flight::default(),
            pause: Arc::default(),
        }
    }

    /// Shares the pause of the token endpoint with other caches of its tokens.
    pub(crate) fn sharing(self, pause: Arc<Pause>) -> Self {
        Self { pause, ..self }
    }

    /// A cache of a static token.
    ///
    /// # Errors
    /// The token cannot be sent in a header.
    pub(crate) fn constant(token: &Token) -> Result<Self, TokenError> {
        let current = Current {
            lease: Lease {
                serial: 0,
                header: header(token)?,
                renewable: false,
            },
            renew_at: None,
            ends_at: None,
        };
        Ok(Self {
            source: None,
            state: Mutex::new(State {
                current: Some(current),
                ..State::default()
            }),
            flight: Flight::default(),
            pause: Arc::default(),
        })
    }

    /// Fetches a token without caching it. `None` if there is no source.
    pub(crate) async fn fetch_token(&self) -> Result<Option<Token>, TokenError> {
        match &self.source {
            Some(source) => source.fetch().await.map(Some),
            None => Ok(None),
        }
    }

    /// Returns the token to send now, if it can be obtained in this time. Requests take real time,
    /// whatever the clock.
    pub(crate) async fn lease(
        &self,
        clock: &dyn Clock,
        left: impl Fn() -> Duration,
    ) -> Result<Lease, TokenError> {
        let (kept, failures) = {
            let state = self.lock();
            (state.usable(clock), state.failures)
        };
        if let Some(kept) = kept {
            let due = kept.renew_at.is_some_and(|at| at <= clock.now())
                && !self.pause.is_active(clock.now());
            if due
                && let Ok(_flight) = self.flight.try_lock()
                && self.lock().renews(&kept.lease, clock)
            {
                let limit = RENEWAL_TIMEOUT.min(left() / 2);
                return Ok(self.renew(kept.lease, clock, limit).await);
            }
            return Ok(kept.lease);
        }
        timeout(left(), self.first(clock, failures, &left))
            .await
            .unwrap_or_else(|_| Err(TokenError::late()))
    }

    /// Obtains a token if none is cached. `failures` is their number when that was observed.
    async fn first(
        &self,
        clock: &dyn Clock,
        failures: u64,
        left: &impl Fn() -> Duration,
    ) -> Result<Lease, TokenError> {
        // A caller with little time does not queue behind one that waits.
        self.pause.remaining(clock.now(), left())?;
        let _flight = self.flight.lock().await;
        loop {
            let mut cleared = pin!(self.pause.cleared());
            cleared.as_mut().enable();
            {
                let state = self.lock();
                if let Some(current) = state.usable(clock) {
                    return Ok(current.lease);
                }
                if let Some(failure) = &state.last_failure
                    && state.failures != failures
                {
                    return Err(failure.clone());
                }
            }
            let Some(pause) = self.pause.remaining(clock.now(), left())? else {
                break;
            };
            select(clock.sleep(pause), cleared).await;
        }
        self.fetch(clock).await
    }

    /// Ends the delay that the token endpoint requested.
    pub(crate) fn clear_pause(&self) {
        self.pause.clear();
    }

    /// The number of token requests so far.
    pub(crate) fn fetches(&self) -> u64 {
        self.lock().fetches
    }

    /// Removes the token that the service rejected; a newer one stays. Returns whether another one
    /// may be obtained.
    pub(crate) fn reject(&self, lease: &Lease, clock: &dyn Clock) -> bool {
        let mut state = self.lock();
        if !lease.renewable || state.is_suspended(clock) {
            return false;
        }
        if !state.is_current(lease) {
            return true;
        }
        if state.after_rejection {
            state.after_rejection = false;
            state.suspended_until = clock.now().checked_add(SUSPENSION);
            return false;
        }
        state.rejections += 1;
        state.after_rejection = true;
        state.current = None;
        true
    }

    /// Records that the service accepted the token.
    pub(crate) fn accept(&self, lease: &Lease) {
        let mut state = self.lock();
        if state.is_current(lease) {
            state.after_rejection = false;
            state.suspended_until = None;
        }
    }

    async fn fetch(&self, clock: &dyn Clock) -> Result<Lease, TokenError> {
        loop {
            // The lifetime starts before the request: the response may be slow.
            let start = clock.now();
            let (serial, rejections) = {
                let mut state = self.lock();
                state.fetches += 1;
                (state.fetches, state.rejections)
            };
            let fetched = match &self.source {
                Some(source) => source.fetch().await,
                None => Err(TokenError::of("the token was rejected", None)),
            };
            let fetched = fetched.and_then(|token| Ok((header(&token)?, token.lifetime())));
            let mut state = self.lock();
            match fetched {
                // The reason for the rejection may apply to every token requested before it.
                Ok(_) if state.rejections != rejections => {}
                Ok((header, life)) => {
                    let lease = Lease {
                        serial,
                        header,
                        renewable: true,
                    };
                    state.current = Some(Current {
                        lease: lease.clone(),
                        renew_at: life
                            .and_then(|life| start.checked_add(life - EARLY.min(life / 4))),
                        ends_at: life.and_then(|life| start.checked_add(life)),
                    });
                    return Ok(lease);
                }
                Err(failure) => {
                    self.pause.begin(clock.now(), &failure);
                    state.failures += 1;
                    state.last_failure = Some(failure.clone());
                    return Err(failure);
                }
            }
        }
    }

    async fn renew(&self, kept: Lease, clock: &dyn Clock, limit: Duration) -> Lease {
        if let Ok(Ok(renewed)) = timeout(limit, self.fetch(clock)).await {
            return renewed;
        }
        let next = clock.now().checked_add(AFTER_FAILED_RENEWAL);
        if let Some(current) = &mut self.lock().current {
            current.renew_at = next;
        }
        kept
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lease {
    /// The token itself, for redaction.
    pub(crate) fn text(&self) -> &str {
        let header = self.header.to_str().unwrap_or_default();
        header.strip_prefix("Bearer ").unwrap_or_default()
    }

    /// Whether its request started after the first `fetches` token requests.
    pub(crate) fn is_later_than(&self, fetches: u64) -> bool {
        self.serial > fetches
    }
}

impl State {
    fn is_current(&self, lease: &Lease) -> bool {
        let current = self.current.as_ref();
        current.is_some_and(|current| current.lease.serial == lease.serial)
    }

    fn renews(&self, lease: &Lease, clock: &dyn Clock) -> bool {
        self.is_current(lease) && !self.is_suspended(clock)
    }

    fn is_suspended(&self, clock: &dyn Clock) -> bool {
        self.suspended_until
            .is_some_and(|until| clock.now() < until)
    }

    fn usable(&self, clock: &dyn Clock) -> Option<Current> {
        let usable = |current: &&Current| current.ends_at.is_none_or(|end| clock.now() < end);
        let mut current = self.current.as_ref().filter(usable)?.clone();
        current.lease.renewable &= !self.is_suspended(clock);
        Some(current)
    }
}

fn header(token: &Token) -> Result<HeaderValue, TokenError> {
    // The parser's error could show the token.
    let mut header = HeaderValue::try_from(format!("Bearer {}", token.text()))
        .ok()
        .filter(|_| !token.text().trim().is_empty())
        .ok_or_else(|| TokenError::of("the token is empty or cannot be sent in a header", None))?;
    header.set_sensitive(true);
    Ok(header)
}
