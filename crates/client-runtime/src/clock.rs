use std::{
    future::Future,
    pin::Pin,
    time::{Duration, Instant, SystemTime},
};

/// Time and chance, as the client sees them.
///
/// Every method has the real thing as its default. A test overrides what it wants to hold in its hands: the waits a call
/// makes, the age of a token, the jitter. Timeouts of connections and requests are the network's own and always real.
///
/// ```
/// use std::{pin::Pin, time::Duration};
///
/// /// Waits for nothing.
/// struct Impatient;
///
/// impl client_runtime::Clock for Impatient {
///     fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
///         Box::pin(std::future::ready(()))
///     }
/// }
/// ```
pub trait Clock: Send + Sync + 'static {
    /// The monotonic time: tokens age by it, and the time budget of a call is measured on it.
    fn now(&self) -> Instant {
        Instant::now()
    }

    /// The calendar's time: what a `Retry-After` date without a `Date` beside it is compared with, and the sunset.
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

/// The real time, and real chance.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {}
