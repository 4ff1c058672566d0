use std::str::FromStr;
use std::time::{Duration, Instant, SystemTime};

use super::Fault;
use super::text::duration;

/// So many requests in so much time; each one beyond is answered with 429 and the time to wait in `Retry-After`.
///
/// The time is counted in windows: the first request after the end of one begins the next.
///
/// As text `10/1s`, or `10/1s+date` for `Retry-After` as an HTTP date.
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

/// Why a text is no rate limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "read the rate limit `{0}`: it is requests per time, such as `10/1s`, or `10/1s+date` for dates in `Retry-After`"
)]
pub struct RateLimitError(String);

impl FromStr for RateLimit {
    type Err = RateLimitError;

    fn from_str(text: &str) -> Result<Self, RateLimitError> {
        let (limit, date) = match text.strip_suffix("+date") {
            Some(limit) => (limit, true),
            None => (text, false),
        };
        let read = || {
            let (requests, per) = limit.split_once('/')?;
            let (requests, per) = (requests.parse().ok()?, duration(per)?);
            (!per.is_zero()).then_some(Self {
                requests,
                per,
                date,
            })
        };
        read().ok_or_else(|| RateLimitError(text.to_owned()))
    }
}

/// The longest wait that is told as a date: the year of one has four digits.
const CENTURY: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

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
                let wait = wait.min(CENTURY) + Duration::from_nanos(999_999_999);
                fault.retry_after_date(SystemTime::now() + wait)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read() {
        let second = Duration::from_secs(1);
        assert_eq!("10/1s".parse(), Ok(RateLimit::new(10, second)));
        let dated = RateLimit::new(3, second / 2).with_date();
        assert_eq!("3/500ms+date".parse(), Ok(dated));
        for text in [
            "",
            "10",
            "/1s",
            "10/",
            "10/0s",
            "-1/1s",
            "10/1m",
            "10/1s+",
            "10/1s+dates",
        ] {
            assert!(text.parse::<RateLimit>().is_err(), "{text}");
        }
    }
}
