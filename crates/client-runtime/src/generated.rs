//! Items for generated code, which depends on no other crate.

#[cfg(feature = "base64")]
pub use base64;
pub use bytes;
pub use chrono;
#[cfg(feature = "futures")]
pub use futures_util as futures;
pub use progenitor_client;
#[cfg(feature = "rand")]
pub use rand;
#[cfg(feature = "regress")]
pub use regress;
pub use reqwest;
pub use serde;
pub use serde_json;
#[cfg(feature = "uuid")]
pub use uuid;

pub use crate::decode_error::explain;
pub use crate::identity::text_member;
use crate::{exchange::Exchange, operation::Sent};

type Received<T, E> = Result<progenitor_client::ResponseValue<T>, progenitor_client::Error<E>>;

/// A check of this crate's version: generated code calls the function of the version it was
/// generated for.
pub const fn v0_1() {}

/// Defines the check of a feature, for generated code that needs it.
macro_rules! require {
    ($name:ident, $feature:literal) => {
        #[doc(hidden)]
        #[macro_export]
        #[cfg(feature = $feature)]
        macro_rules! $name {
            () => {};
        }
        #[doc(hidden)]
        #[macro_export]
        #[cfg(not(feature = $feature))]
        macro_rules! $name {
            () => {
                ::core::compile_error!(concat!(
                    "add the feature `",
                    $feature,
                    "` to client-runtime"
                ));
            };
        }
    };
}

require!(require_base64, "base64");
require!(require_futures, "futures");
require!(require_rand, "rand");
require!(require_regress, "regress");
require!(require_uuid, "uuid");

/// The result of an operation with several successes, which the generated client decodes by status.
pub fn value<T, E>(received: Received<T, E>) -> Sent<T> {
    match received {
        Ok(value) => Sent::Decoded(value.into_inner()),
        Err(error) => failed(error),
    }
}

/// The result of an operation whose success has no body: its status decides.
pub fn unit<T, E>(received: Received<T, E>) -> Sent<()> {
    match received.map_or_else(failed, |_| Sent::Decoded(())) {
        Sent::Other => Sent::Decoded(()),
        sent => sent,
    }
}

/// The result of an operation whose success is JSON.
pub fn json<T, U, E>(received: Received<T, E>, exchange: &Exchange) -> Sent<U>
where
    U: serde::de::DeserializeOwned,
{
    decoded(received, exchange, |body| {
        serde_json::from_slice(&body).ok()
    })
}

/// The result of an operation whose success is text.
pub fn text<T, E>(received: Received<T, E>, exchange: &Exchange) -> Sent<String> {
    decoded(received, exchange, |body| {
        String::from_utf8(body.into()).ok()
    })
}

/// The result of an operation whose success is neither JSON nor text.
pub fn binary<T, E>(received: Received<T, E>, exchange: &Exchange) -> Sent<bytes::Bytes> {
    decoded(received, exchange, Some)
}

/// Decodes the body of a success, which the generated client does not have.
fn decoded<T, U, E>(
    received: Received<T, E>,
    exchange: &Exchange,
    decode: impl FnOnce(bytes::Bytes) -> Option<U>,
) -> Sent<U> {
    match (exchange.success(), received) {
        (Some(body), _) => decode(body).map_or(Sent::Other, Sent::Decoded),
        (None, Ok(_)) => Sent::Other,
        (None, Err(error)) => failed(error),
    }
}

fn failed<T, E>(error: progenitor_client::Error<E>) -> Sent<T> {
    use progenitor_client::Error;
    match error {
        Error::InvalidRequest(reason) | Error::Custom(reason) => Sent::Invalid(reason),
        Error::CommunicationError(error) => Sent::Failed(error),
        _ => Sent::Other,
    }
}
