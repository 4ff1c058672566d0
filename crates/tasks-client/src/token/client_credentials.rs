use std::fmt;

use secrecy::SecretString;

/// An OAuth 2 client's id and secret (RFC 6749, section 4.4), from which the client makes its access tokens.
///
/// The scope is the one the document demands for the operation, and the token endpoint is the one of the region, at
/// `/iam/v1/oauth2/token`. That path is announced as deprecated (sunset 2029-01-31);
/// [`token_path`](Self::token_path) sets its successor.
#[derive(Clone)]
pub struct ClientCredentials {
    pub(super) id: String,
    pub(super) secret: SecretString,
    pub(crate) scope: Option<String>,
    pub(crate) path: Option<String>,
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
            basic: false,
        }
    }

    /// Sends id and secret by HTTP Basic instead of as form fields (RFC 6749, section 2.3.1).
    pub fn basic(mut self) -> Self {
        self.basic = true;
        self
    }

    /// Another path of the token endpoint, such as `/oauth2/token`.
    pub fn token_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Another scope than the document's; an empty one leaves the choice to the token endpoint.
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
