use std::time::{Duration, Instant, SystemTime};

use super::Fault;

/// So many requests in so much time; each one beyond is answered with 429 and the time to wait in `Retry-After`.
///
/// The time is counted in windows: the first request after the end of one begins the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateLimit {
    requests: u32,
    per: Duration,
    date: bool,
}

impl RateLimit {
    /// So many requests in so much time, with `Retry-After` as a number of seconds.
    pub fn new(requests: u32, per: Duration) -> Self {
        Self {
            requests,
            per,
            date: false,
        }
    }

    /// With `Retry-After` as an HTTP date.
    #[must_use]
    pub fn with_date(mut self) -> Self {
        self.date = true;
        self
    }
}

/// A rate limit at work.
pub(crate) struct Limiter {
    limit: RateLimit,
    begin: Instant,
    used: u32,
}

impl Limiter {
    pub(crate) fn new(limit: RateLimit) -> Self {
        Self {
            limit,
            begin: Instant::now(),
            used: 0,
        }
    }

    /// Lets a request pass, or says how it fails.
    pub(crate) fn check(&mut self) -> Option<Fault> {
        let elapsed = self.begin.elapsed();
        if elapsed >= self.limit.per {
            (self.begin, self.used) = (Instant::now(), 0);
        }
        if self.used < self.limit.requests {
            self.used += 1;
            return None;
        }
        let wait = self.limit.per.saturating_sub(elapsed);
        let fault = Fault::status(429);
        Some(match self.limit.date {
            false => fault.retry_after(wait),
            // A date has whole seconds, and must not be too early.
            true => {
                fault.retry_after_date(SystemTime::now() + wait + Duration::from_nanos(999_999_999))
            }
        })
    }
}
