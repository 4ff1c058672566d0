use crate::token::TokenError;

/// Error of building a client. Each message completes "failed to …".
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// Neither a token, nor credentials, nor a source of tokens was given.
    #[error("find an access token: give a token, client credentials or a token source")]
    NoToken,
    /// The token cannot be sent.
    #[error("put the access token into a header")]
    Token(#[source] TokenError),
    /// The base URL or the path of the token endpoint is invalid.
    #[error("use {text:?} as a base URL: {reason}")]
    Url {
        /// The text that was given.
        text: String,
        /// The reason.
        reason: String,
    },
    /// A token would be sent unencrypted.
    #[error("use {0:?} as a base URL: only https is safe for a token, except on this machine")]
    PlainHttp(String),
    /// The crate was built without the feature `tls`.
    #[error("reach {0:?}: the client was built without its feature `tls`")]
    NoTls(String),
    /// No server: the document names none, and none was given.
    #[error("find a server: the document names none; give a base URL")]
    NoServer,
    /// A setting has an unknown value.
    #[error("use {value:?} as {setting}: expected {expected}")]
    Setting {
        /// The setting.
        setting: &'static str,
        /// The value that was given.
        value: String,
        /// The known values.
        expected: &'static str,
    },
    /// A setting of the transport is unusable.
    #[error("use `{setting}`: {reason}")]
    Transport {
        /// The setting.
        setting: &'static str,
        /// The reason.
        reason: String,
    },
    /// A header cannot be set for all calls.
    #[error("set a header: {0}")]
    Header(String),
    /// An environment variable is set but unusable.
    #[error("read the environment variable {name}: {reason}")]
    Environment {
        /// The variable.
        name: String,
        /// The reason.
        reason: String,
    },
    /// The HTTP client could not be set up.
    #[error("set up the HTTP client")]
    Http(#[source] reqwest::Error),
    /// A blocking client was requested inside an async runtime.
    #[error("start a blocking client inside an async runtime: use the async client there")]
    InsideRuntime,
    /// The runtime of a blocking client could not be started.
    #[error("start the runtime of the blocking client")]
    Runtime(#[source] std::io::Error),
}
