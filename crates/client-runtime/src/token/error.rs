use std::{error::Error as StdError, fmt, sync::Arc, time::Duration};

/// Error of a token request. It never contains a secret. One failure may be that of many calls:
/// clones share their content.
#[derive(Clone)]
pub struct TokenError(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    message: String,
    transient: bool,
    retry_after: Option<Duration>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl TokenError {
    /// An error of a custom [`TokenSource`](crate::TokenSource). It is not retried unless it is
    /// [`transient`](Self::transient).
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::of("the token source failed", Some(source.into()))
    }

    /// Marks the error as transient: the call retries.
    pub fn transient(self) -> Self {
        self.change(|inner| inner.transient = true)
    }

    /// Whether the error is transient.
    pub fn is_transient(&self) -> bool {
        self.0.transient
    }

    pub(super) fn of(
        message: impl Into<String>,
        source: Option<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self(Arc::new(Inner {
            message: message.into(),
            transient: false,
            retry_after: None,
            source: source.map(Arc::from),
        }))
    }

    pub(super) fn after(self, retry_after: Option<Duration>) -> Self {
        self.change(|inner| inner.retry_after = retry_after)
    }

    /// The time of the call ran out before there was a token.
    pub(super) fn late() -> Self {
        Self::of("no token was received in time", None)
    }

    /// Delay that the token endpoint requested.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    fn change(self, change: impl FnOnce(&mut Inner)) -> Self {
        let mut inner = Arc::unwrap_or_clone(self.0);
        change(&mut inner);
        Self(Arc::new(inner))
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenError")
            .field("message", &self.0.message)
            .field("transient", &self.0.transient)
            .field("retry_after", &self.0.retry_after)
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
