use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

/// The open connections, limited in number and in the time for which the server waits for a client.
///
/// At the limit, a new connection replaces the one for whose client the server has waited for the
/// longest: for the rest of a request, for the next one, or for the response to be read. So unused
/// connections are closed first.
pub(crate) struct Connections {
    max: usize,
    client_timeout: Duration,
    open: Vec<(Arc<Wait>, AbortHandle)>,
}

/// Start of the current wait for the client of a connection, in nanoseconds since [`START`]; 0
/// while the client waits for the server.
pub(crate) struct Wait(AtomicU64);

/// Marks the wait for a body, which has a separate timeout with a response.
const BODY: u64 = 1 << 63;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

impl Wait {
    pub(crate) fn begin() -> Self {
        Self(AtomicU64::new(now()))
    }

    /// Starts to wait for the client.
    pub(crate) fn for_client(&self) {
        self.0.store(now(), Ordering::Relaxed);
    }

    /// Starts to wait for the body of a request.
    pub(crate) fn for_body(&self) {
        self.0.store(now() | BODY, Ordering::Relaxed);
    }

    /// Ends the wait for the client.
    pub(crate) fn for_server(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Whether the server has waited for longer, except for a body.
    fn is_longer_than(&self, timeout: Duration) -> bool {
        let waited = |since| Duration::from_nanos(now().saturating_sub(since));
        self.since()
            .is_some_and(|(since, for_body)| !for_body && waited(since) > timeout)
    }

    /// Start of the wait, and whether it is for a body.
    fn since(&self) -> Option<(u64, bool)> {
        let since = self.0.load(Ordering::Relaxed);
        (since > 0).then_some((since & !BODY, since & BODY > 0))
    }
}

impl Connections {
    pub(crate) fn new(max: usize, client_timeout: Duration) -> Self {
        Self {
            max: max.max(1),
            client_timeout,
            open: Vec::new(),
        }
    }

    /// Time between two calls of [`sweep`](Self::sweep).
    pub(crate) fn interval(&self) -> Duration {
        (self.client_timeout / 8).clamp(Duration::from_millis(10), Duration::from_secs(1))
    }

    pub(crate) fn add(&mut self, wait: Arc<Wait>, connection: AbortHandle) {
        self.open.push((wait, connection));
    }

    /// Whether another connection can be opened, if necessary after closing one.
    pub(crate) fn has_room(&mut self) -> bool {
        if self.open.len() >= self.max {
            self.open
                .retain(|(_, connection)| !connection.is_finished());
        }
        self.open.len() < self.max || self.close_one()
    }

    /// Closes the connection for whose client the server has waited for the longest, if any.
    pub(crate) fn close_one(&mut self) -> bool {
        let waits = self.open.iter().enumerate();
        let waits = waits.filter_map(|(number, (wait, _))| Some((wait.since()?.0, number)));
        let Some((_, number)) = waits.min() else {
            return false;
        };
        self.open.swap_remove(number).1.abort();
        true
    }

    /// Closes the connections whose clients exceed the timeout.
    pub(crate) fn sweep(&mut self) {
        self.open.retain(|(wait, connection)| {
            let late = wait.is_longer_than(self.client_timeout);
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
