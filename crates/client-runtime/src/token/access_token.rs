use std::{fmt, time::Duration};

use secrecy::{ExposeSecret, SecretString};

/// An access token with its lifetime. The token itself is never printed.
#[derive(Clone)]
pub struct Token {
    text: SecretString,
    expires_in: Option<Duration>,
    scope: Option<String>,
}

impl Token {
    /// A token, without the prefix `Bearer `, that is valid until the service rejects it.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: SecretString::from(text.into()),
            expires_in: None,
            scope: None,
        }
    }

    /// Sets the lifetime, measured from before the token was requested.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.expires_in = Some(life);
        self
    }

    /// Sets the scopes that it was granted, separated by spaces.
    pub fn granted(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// The scopes that it was granted, separated by spaces, if the token endpoint stated them.
    pub fn scope(&self) -> Option<&str> {
        self.scope.as_deref()
    }

    /// Its lifetime, counted from before it was requested, if it is limited.
    pub fn lifetime(&self) -> Option<Duration> {
        self.expires_in
    }

    pub(crate) fn text(&self) -> &str {
        self.text.expose_secret()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expires_in", &self.expires_in)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}

impl<T: Into<String>> From<T> for Token {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}
