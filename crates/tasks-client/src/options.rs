use std::time::Duration;

use reqwest::header::HeaderMap;

use crate::RetryPolicy;

/// What a client sets for all calls, and each call may set for itself.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) retry: RetryPolicy,
    pub(crate) attempt_timeout: Duration,
    pub(crate) time_budget: Duration,
    pub(crate) headers: HeaderMap,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            retry: RetryPolicy::default(),
            // The service works on a request for 29 s at most; what is on the way needs some more.
            attempt_timeout: Duration::from_secs(35),
            time_budget: Duration::from_secs(120),
            headers: HeaderMap::new(),
        }
    }
}
