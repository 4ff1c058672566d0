use std::{future::Future, pin::Pin};

use super::{access_token::Token, error::TokenError};

/// Future of [`TokenSource::fetch`].
pub type TokenFuture<'s> = Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + 's>>;

/// A custom source of access tokens.
///
/// A source only fetches. The client caches the token, fetches the next one before it expires,
/// fetches once for any number of concurrent calls, and fetches again when the service rejects the
/// cached one.
///
/// ```
/// use std::time::Duration;
/// use client_runtime::{Token, TokenError, TokenFuture, TokenSource};
///
/// struct Vault;
///
/// impl TokenSource for Vault {
///     fn fetch(&self) -> TokenFuture<'_> {
///         Box::pin(async {
///             let text = read_from_vault().map_err(|error| TokenError::new(error).transient())?;
///             Ok(Token::new(text).expires_in(Duration::from_secs(600)))
///         })
///     }
/// }
/// # fn read_from_vault() -> Result<String, std::io::Error> { Ok("token".to_owned()) }
///
/// fn is_source(_: impl TokenSource) {}
/// is_source(Vault);
/// ```
pub trait TokenSource: Send + Sync + 'static {
    /// Fetches a new token.
    ///
    /// # Errors
    /// The reason why there is no token. Only a [`transient`](TokenError::transient) error is
    /// retried.
    fn fetch(&self) -> TokenFuture<'_>;
}
