use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

/// The open connections: only so many, and none that keeps the server waiting for too long.
///
/// When there is no room for another one, the connection is closed whose caller the server has waited for the longest: for the rest of
/// a request, for the next one, or for the answer to be taken. So callers that hold connections without using them are the first to
/// lose them, however many they are.
pub(crate) struct Callers {
    most: usize,
    patience: Duration,
    open: Vec<(Arc<Wait>, AbortHandle)>,
}

/// Since when the server has waited for a caller, in nanoseconds of the server's time; 0 while it is the caller that waits.
pub(crate) struct Wait(AtomicU64);

/// Marks the wait for a body, which has an end of its own: the caller is to be told.
const BODY: u64 = 1 << 63;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

impl Wait {
    pub(crate) fn begin() -> Self {
        Self(AtomicU64::new(now()))
    }

    /// From now on the server waits for the caller.
    pub(crate) fn for_caller(&self) {
        self.0.store(now(), Ordering::Relaxed);
    }

    /// From now on the server waits for the body of a request.
    pub(crate) fn for_body(&self) {
        self.0.store(now() | BODY, Ordering::Relaxed);
    }

    /// From now on the caller waits for the server.
    pub(crate) fn for_server(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Whether the server has waited for longer, but for a body.
    pub(crate) fn is_longer_than(&self, patience: Duration) -> bool {
        let waited = |since| Duration::from_nanos(now().saturating_sub(since));
        self.since()
            .is_some_and(|(since, for_body)| !for_body && waited(since) > patience)
    }

    /// Since when, and whether it is for a body.
    fn since(&self) -> Option<(u64, bool)> {
        let since = self.0.load(Ordering::Relaxed);
        (since > 0).then_some((since & !BODY, since & BODY > 0))
    }
}

impl Callers {
    pub(crate) fn new(most: usize, patience: Duration) -> Self {
        Self {
            most: most.max(1),
            patience,
            open: Vec::new(),
        }
    }

    /// How often to [`sweep`](Self::sweep).
    pub(crate) fn pause(&self) -> Duration {
        (self.patience / 8).clamp(Duration::from_millis(10), Duration::from_secs(1))
    }

    pub(crate) fn add(&mut self, wait: Arc<Wait>, connection: AbortHandle) {
        self.open.push((wait, connection));
    }

    /// Whether there is room for one more, if need be after closing another one.
    pub(crate) fn has_room(&mut self) -> bool {
        if self.open.len() >= self.most {
            self.open
                .retain(|(_, connection)| !connection.is_finished());
        }
        self.open.len() < self.most || self.close_one()
    }

    /// Closes the connection whose caller has kept the server waiting for the longest; false when there is none.
    pub(crate) fn close_one(&mut self) -> bool {
        let waits = self.open.iter().enumerate();
        let waits = waits.filter_map(|(number, (wait, _))| Some((wait.since()?.0, number)));
        let Some((_, number)) = waits.min() else {
            return false;
        };
        self.open.swap_remove(number).1.abort();
        true
    }

    /// Closes the connections whose callers keep the server waiting for too long.
    pub(crate) fn sweep(&mut self) {
        self.open.retain(|(wait, connection)| {
            let late = wait.is_longer_than(self.patience);
            if late {
                connection.abort();
            }
            !late && !connection.is_finished()
        });
    }
}

/// The time since the first connection: never 0.
fn now() -> u64 {
    u64::try_from(START.elapsed().as_nanos())
        .unwrap_or(u64::MAX)
        .max(1)
}
