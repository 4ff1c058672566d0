use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::{attempt::Attempt, retry::RetryPolicy};

/// Settings that a client has for all calls, and each call may override.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) retry: RetryPolicy,
    pub(crate) attempt_timeout: Duration,
    pub(crate) time_budget: Duration,
    pub(crate) headers: HeaderMap,
    pub(crate) before_send: Option<BeforeSend>,
    pub(crate) before_retry: Option<BeforeRetry>,
    /// Whether a success is compared with the request.
    pub(crate) check_echo: bool,
    /// The list that the call is a part of.
    pub(crate) list: Option<List>,
}

/// A call of a list waits for the end of a pause before its budget starts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    /// The deadline of the list.
    pub(crate) until: Option<Instant>,
}

/// A callback that runs immediately before a request is sent.
#[derive(Clone)]
pub(crate) struct BeforeSend(pub(crate) Arc<dyn Fn() -> Pending + Send + Sync>);

/// A pending callback; its error keeps the request from being sent.
type Pending =
    Pin<Box<dyn Future<Output = Result<(), Box<dyn std::error::Error + Send + Sync>>> + Send>>;

impl fmt::Debug for BeforeSend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BeforeSend")
    }
}

/// A callback that runs after an attempt that is going to be retried.
#[derive(Clone)]
pub(crate) struct BeforeRetry(pub(crate) Arc<dyn Fn(&Attempt) -> PendingEnd + Send + Sync>);

/// A pending callback that cannot fail.
type PendingEnd = Pin<Box<dyn Future<Output = ()> + Send>>;

impl fmt::Debug for BeforeRetry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BeforeRetry")
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            retry: RetryPolicy::default(),
            attempt_timeout: Duration::from_secs(35),
            time_budget: Duration::from_secs(120),
            headers: HeaderMap::new(),
            before_send: None,
            before_retry: None,
            check_echo: true,
            list: None,
        }
    }
}

/// The headers that the client or its HTTP implementation sets. With another value the request
/// would be malformed, or its response unreadable.
const RESERVED: [&str; 12] = [
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

impl Options {
    /// Sets a header of the request.
    ///
    /// # Errors
    /// The name is invalid or reserved, or the value is invalid.
    pub(crate) fn header<N, V>(&mut self, name: N, value: V) -> Result<(), String>
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        let Ok(name) = name.try_into() else {
            return Err("the name of a header is invalid".to_owned());
        };
        if RESERVED.contains(&name.as_str()) {
            return Err(format!("the header `{name}` is set by the client"));
        }
        let Ok(mut value) = value.try_into() else {
            return Err(format!("the value of the header `{name}` is invalid"));
        };
        // It may be a secret, which `Debug` must not show.
        value.set_sensitive(true);
        self.headers.insert(name, value);
        Ok(())
    }

    /// The reason why no attempt can be made with these options.
    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.attempt_timeout
            .is_zero()
            .then_some("the attempt timeout is zero")
    }
}
