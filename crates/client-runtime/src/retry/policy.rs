use std::time::Duration;

use super::backoff::Backoff;

/// Conditions under which a call may send its request again.
///
/// | Policy | Retried |
/// |---|---|
/// | [`none`](Self::none) | never: at most one request |
/// | [`default`](Self::default) | if the failed request certainly had no effect, or a second one changes nothing, and the cause is transient |
/// | [`at_least_once`](Self::at_least_once) | also if the outcome is unknown: **one call may have its effect twice** |
///
/// A call makes at most 3 attempts. The delay before each is random, between zero and a bound that
/// starts at 0.5 s and doubles up to 8 s ("full jitter"). `Retry-After` replaces it, as far as the
/// deadline of the call permits.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryPolicy {
    pub(super) retries: bool,
    pub(super) when_unknown: bool,
    pub(crate) attempts: u32,
    pub(crate) backoff: Backoff,
}

impl RetryPolicy {
    /// At most one request. Even a rejected token is not replaced; the next call gets a new one.
    pub fn none() -> Self {
        Self {
            retries: false,
            attempts: 1,
            ..Self::default()
        }
    }

    /// Also retries when the outcome is unknown: after a timeout, a lost connection, and the
    /// statuses 408, 500, 502, 503, 504 and other 5xx. The call has its effect at least once if
    /// the service recovers in time, and **more than once** if an earlier request had it.
    /// [`Response::may_be_duplicate`](crate::Response::may_be_duplicate) reports that.
    pub fn at_least_once() -> Self {
        Self {
            when_unknown: true,
            ..Self::default()
        }
    }

    /// Sets the maximum number of attempts, including the first; 0 counts as 1. Waits that the
    /// server requested, and the one repetition with a new token, do not count.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// Sets the upper bounds of the first wait and of all waits; the bound doubles with each wait.
    pub fn backoff(mut self, first: Duration, most: Duration) -> Self {
        self.backoff = Backoff { first, most };
        self
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            retries: true,
            when_unknown: false,
            attempts: 3,
            backoff: Backoff {
                first: Duration::from_millis(500),
                most: Duration::from_secs(8),
            },
        }
    }
}
