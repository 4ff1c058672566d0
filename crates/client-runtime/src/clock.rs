use std::{
    future::Future,
    pin::Pin,
    time::{Duration, Instant, SystemTime},
};

/// Source of time and randomness of a client.
///
/// Every method defaults to the system's. A test overrides the ones that it controls: waits, the
/// age of tokens, jitter. Timeouts of connections and requests always use real time.
///
/// ```
/// use std::{pin::Pin, time::Duration};
///
/// /// A clock that does not wait.
/// struct NoWait;
///
/// impl client_runtime::Clock for NoWait {
///     fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
///         Box::pin(std::future::ready(()))
///     }
/// }
/// ```
pub trait Clock: Send + Sync + 'static {
    /// Monotonic time, for the age of tokens and the time budgets of calls.
    fn now(&self) -> Instant {
        Instant::now()
    }

    /// Calendar time, for sunset dates and for `Retry-After` dates in a response without `Date`.
    fn calendar(&self) -> SystemTime {
        SystemTime::now()
    }

    /// Waits.
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(tokio::time::sleep(duration))
    }

    /// A random number, at least 0 and less than 1.
    fn jitter(&self) -> f64 {
        fastrand::f64()
    }
}

/// Clock of the system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {}
