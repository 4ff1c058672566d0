use std::{future::Future, pin::Pin};

use super::{Token, TokenError};

/// What [`TokenSource::fetch`] returns.
pub type TokenFuture<'s> = Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + 's>>;

/// Where access tokens come from, for those whose tokens come neither from client credentials nor from a constant.
///
/// A source only fetches. The client keeps what it fetched, asks for the next one before the kept one ends, asks once for
/// any number of calls, and asks again when the service has refused the kept one.
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
    /// A new token.
    ///
    /// # Errors
    /// Whatever kept it from being had. Only a [`transient`](TokenError::transient) error is tried again.
    fn fetch(&self) -> TokenFuture<'_>;
}
