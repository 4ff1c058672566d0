//! Access tokens: their sources and the cache.

mod access_token;
mod cache;
mod client_credentials;
mod endpoint;
mod error;
mod pause;
mod source;

pub use access_token::Token;
pub(crate) use cache::{Lease, TokenCache};
pub use client_credentials::ClientCredentials;
pub(crate) use endpoint::Endpoint;
pub use error::TokenError;
pub(crate) use pause::Pause;
pub use source::{TokenFuture, TokenSource};
