use crate::TokenError;

/// Why there is no client: each text completes "failed to …".
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// Neither a token, nor credentials, nor a source of tokens was given.
    #[error("find an access token: give a token, client credentials or a token source")]
    NoToken,
    /// The token cannot be sent.
    #[error("use the access token")]
    Token(#[source] TokenError),
    /// The base URL or the path of the token endpoint is not one.
    #[error("use {text:?} as a base URL: {reason}")]
    Url {
        /// What was given.
        text: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A token would travel in the clear.
    #[error("use {0:?} as a base URL: only https is safe for a token, except on this machine")]
    PlainHttp(String),
    /// The crate was built without the feature `tls`.
    #[error("reach {0:?}: tasks-client was built without its feature `tls`")]
    NoTls(String),
    /// There is no such region.
    #[error("find the region {0:?}: there are us, eu and apac")]
    UnknownRegion(String),
    /// An environment variable is set but unusable.
    #[error("read the environment variable {name}: {reason}")]
    Environment {
        /// The variable.
        name: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The HTTP client could not be set up.
    #[error("set up the HTTP client")]
    Http(#[source] reqwest::Error),
    /// A blocking client was asked for inside an async runtime.
    #[error("start a blocking client inside an async runtime: use `tasks_client::Client` there")]
    InsideRuntime,
    /// The runtime of a blocking client could not be started.
    #[error("start the runtime of the blocking client")]
    Runtime(#[source] std::io::Error),
}
