use std::str::FromStr;
use std::time::{Duration, Instant, SystemTime};

use super::duration::duration;
use super::kind::Fault;

/// Maximum number of requests in a window of time. The response to each further one is 429 with
/// `Retry-After`.
///
/// The first request after the end of a window begins the next one.
///
/// It is parsed from `10/1s`, or `10/1s+date` for `Retry-After` as an HTTP date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateLimit {
    requests: u32,
    per: Duration,
    date: bool,
}

impl RateLimit {
    /// A number of requests per window, with `Retry-After` in seconds.
    pub fn new(requests: u32, per: Duration) -> Self {
        Self {
            requests,
            per,
            date: false,
        }
    }

    /// Sends `Retry-After` as an HTTP date.
    #[must_use]
    pub fn with_date(mut self) -> Self {
        self.date = true;
        self
    }
}

/// A string that is not a rate limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "parse the rate limit `{0}`: expected requests per time, such as `10/1s`, or `10/1s+date` for dates in `Retry-After`"
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

/// The longest wait that is sent as a date: its year has four digits.
const MAX_DATE_WAIT: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// State of a rate limit.
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

    /// Counts a request, and returns its fault if it is beyond the limit.
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
            // Rounds up: a date has whole seconds.
            true => {
                let wait = wait.min(MAX_DATE_WAIT) + Duration::from_nanos(999_999_999);
                fault.retry_after_date(SystemTime::now() + wait)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_limits() {
        let second = Duration::from_secs(1);
        assert_eq!("10/1s".parse(), Ok(RateLimit::new(10, second)));
        assert_eq!("9/1m".parse(), Ok(RateLimit::new(9, 60 * second)));
        let dated = RateLimit::new(3, second / 2).with_date();
        assert_eq!("3/500ms+date".parse(), Ok(dated));
        for text in [
            "",
            "10",
            "/1s",
            "10/",
            "10/0s",
            "-1/1s",
            "10/1",
            "10/1s+",
            "10/1s+dates",
        ] {
            assert!(text.parse::<RateLimit>().is_err(), "{text}");
        }
    }
}
