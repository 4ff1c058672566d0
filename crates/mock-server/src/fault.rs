//! What goes wrong, and when.
//!
//! A [`Fault`] is what happens to one request of an operation; [`Faults`] says which request meets which fault. Well-behaved is
//! [`Fault::none`], and the end of a script.
//!
//! ```
//! use std::time::Duration;
//! use mock_server::fault::{Fault, Faults};
//! # let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}";
//! let server = mock_server::MockServer::start(text)?;
//!
//! // One fault per request, in the order of arrival; after the last one the server behaves.
//! server.script([
//!     Fault::status(429).retry_after(Duration::from_secs(2)),
//!     Fault::close_after_reading(),                // nothing was created …
//!     Fault::close_after_reading().after_create(), // … or something was, and nobody heard of it
//!     Fault::half_body(),
//! ]);
//!
//! // Drawn from a seed: 10 % and 5 % of the requests.
//! server.set_faults(Faults::random(7).with(0.10, Fault::status(503)).with(0.05, Fault::html(502)));
//!
//! // Chosen by what was sent, whatever the order of arrival.
//! server.set_faults(Faults::by(|head| match head.headers.get("x-case").map(|value| value.as_bytes()) {
//!     Some(b"slow") => Fault::none().delay(Duration::from_millis(200)),
//!     _ => Fault::none(),
//! }));
//!
//! // The token endpoint has faults of its own: here it is down.
//! server.set_token_faults(Faults::always(Fault::status(503)));
//! # Ok::<(), mock_server::StartError>(())
//! ```
//!
//! Faults that act *before* the create leave nothing in the ledger, those that act *after* it leave an entry:
//!
//! | Fault | The body is read | Created |
//! |---|---|---|
//! | [`close_on_accept`](Fault::close_on_accept), [`close_before_reading`](Fault::close_before_reading) | no | no |
//! | [`status`](Fault::status), [`html`](Fault::html), [`body`](Fault::body), [`redirect`](Fault::redirect), [`expired_token`](Fault::expired_token), [`close_after_reading`](Fault::close_after_reading) | yes | only with [`after_create`](Fault::after_create) |
//! | [`garbage`](Fault::garbage), [`half_body`](Fault::half_body), [`slow_bytes`](Fault::slow_bytes), [`none`](Fault::none) | yes | yes, if the request is valid |
//!
//! A [`delay`](Fault::delay) comes before the create, with `after_create` between it and the answer. A caller that leaves during a
//! delay before the create takes the create with it.
//! On a command line a fault is a text, such as `503+after-create`: see [`FaultError`] for the forms; so are a [`Latency`] and a
//! [`RateLimit`].
//! A server that refuses connections is no fault of a request: see [`MockServer::refuse`](crate::MockServer::refuse).

mod faults;
mod kind;
mod latency;
mod rate_limit;
mod text;

pub use faults::Faults;
pub use kind::Fault;
pub(crate) use kind::{Act, RetryAfter};
pub use latency::{Latency, LatencyError};
pub(crate) use rate_limit::Limiter;
pub use rate_limit::{RateLimit, RateLimitError};
pub use text::FaultError;
