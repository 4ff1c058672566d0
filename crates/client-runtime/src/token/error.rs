use std::{error::Error as StdError, fmt, sync::Arc, time::Duration};

/// Why there was no token. It never holds a secret. Clones share what they hold, since one failure may be that of many
/// calls.
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
    /// An error of one's own [`TokenSource`](crate::TokenSource). It is taken for lasting.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::of("the token source failed", Some(source.into()))
    }

    /// The cause may pass: the call asks again after a while.
    pub fn transient(self) -> Self {
        self.change(|inner| inner.transient = true)
    }

    /// Whether the cause may pass.
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

    /// The call's time was over before there was a token.
    pub(super) fn late() -> Self {
        Self::of("the token did not come in time", None)
    }

    /// How long the token endpoint wants to be left alone.
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
