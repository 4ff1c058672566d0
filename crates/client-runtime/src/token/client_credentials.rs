use std::fmt;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use secrecy::SecretString;

/// An OAuth 2 client's id and secret (RFC 6749, section 4.4), with which the client requests its
/// access tokens.
///
/// Each token is requested for the scopes of the operation that needs it, from the token endpoint
/// that the document names. If that endpoint is on one of the document's servers, or the client
/// sends to a loopback address, the path of the endpoint is used on the client's own server.
#[derive(Clone)]
pub struct ClientCredentials {
    pub(super) id: String,
    pub(super) secret: SecretString,
    pub(crate) scope: Option<String>,
    pub(crate) path: Option<String>,
    pub(super) headers: HeaderMap,
    pub(super) basic: bool,
}

impl ClientCredentials {
    /// An id and its secret.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            secret: SecretString::from(secret.into()),
            scope: None,
            path: None,
            headers: HeaderMap::new(),
            basic: false,
        }
    }

    /// Sends id and secret by HTTP Basic instead of as form fields (RFC 6749, section 2.3.1).
    pub fn basic(mut self) -> Self {
        self.basic = true;
        self
    }

    /// Sets the path of the token endpoint on the client's own server, such as `/oauth2/token`.
    pub fn token_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The path of the token endpoint, if it was [set](Self::token_path).
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// Sets a header of the token request. A name or value that cannot be sent is ignored.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        if let (Ok(name), Ok(value)) = (name.try_into(), value.try_into()) {
            self.headers.insert(name, value);
        }
        self
    }

    /// Overrides the scopes of the document, for all operations; an empty scope leaves the choice
    /// to the token endpoint.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("id", &self.id)
            .field("scope", &self.scope)
            .field("token_path", &self.path)
            .field("basic", &self.basic)
            .finish_non_exhaustive()
    }
}
