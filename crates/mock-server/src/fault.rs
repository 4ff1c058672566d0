//! Faults of requests to operations and to the token endpoints.
//!
//! A [`Fault`] is that of one request; [`Faults`] assigns faults to requests. A request after the
//! end of a script has [`Fault::none`].
//!
//! ```
//! use std::time::Duration;
//! use mock_server::fault::{Fault, Faults};
//! # let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}";
//! let server = mock_server::MockServer::start(text)?;
//!
//! // One fault per request, in the order of arrival; none after the last one.
//! server.script([
//!     Fault::status(429).retry_after(Duration::from_secs(2)),
//!     Fault::close_after_reading(),                // nothing is created …
//!     Fault::close_after_reading().after_create(), // … or a task is created without a response
//!     Fault::half_body(),
//! ]);
//!
//! // Random faults from a seed, for 10 % and 5 % of the requests.
//! server.set_faults(Faults::random(7).with(0.10, Fault::status(503)).with(0.05, Fault::html(502)));
//!
//! // Depends on the request, not on the order of arrival.
//! server.set_faults(Faults::by(|head| match head.headers.get("x-case").map(|value| value.as_bytes()) {
//!     Some(b"slow") => Fault::none().delay(Duration::from_millis(200)),
//!     _ => Fault::none(),
//! }));
//!
//! // The token endpoints have their own faults: here they are unavailable.
//! server.set_token_faults(Faults::always(Fault::status(503)));
//! # Ok::<(), mock_server::StartError>(())
//! ```
//!
//! A fault *before* the create leaves nothing in the ledger, one *after* it leaves an entry:
//!
//! | Fault | The body is read | Created |
//! |---|---|---|
//! | [`close_on_accept`](Fault::close_on_accept), [`close_before_reading`](Fault::close_before_reading) | no | no |
//! | [`status`](Fault::status), [`html`](Fault::html), [`body`](Fault::body), [`redirect`](Fault::redirect), [`expired_token`](Fault::expired_token), [`close_after_reading`](Fault::close_after_reading) | yes | only with [`after_create`](Fault::after_create) |
//! | [`garbage`](Fault::garbage), [`half_body`](Fault::half_body), [`slow_bytes`](Fault::slow_bytes), [`none`](Fault::none) | yes | yes, if the request is valid |
//!
//! A [`delay`](Fault::delay) precedes the create; with `after_create` it precedes the response. If
//! the client disconnects during a delay before the create, nothing is created.
//!
//! A fault is parsed from a string such as `503+after-create`, in the notation of [`FaultError`];
//! so are a [`Latency`] and a [`RateLimit`]. Refused connections are not a fault of a request: see
//! [`MockServer::refuse`](crate::MockServer::refuse).

mod duration;
mod faults;
mod kind;
mod latency;
mod notation;
mod rate_limit;

pub use faults::Faults;
pub use kind::Fault;
pub(crate) use kind::{FaultKind, RetryAfter};
pub use latency::{Latency, LatencyError};
pub use notation::FaultError;
pub(crate) use rate_limit::Limiter;
pub use rate_limit::{RateLimit, RateLimitError};
