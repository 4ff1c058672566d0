#![doc = include_str!("guide.md")]

mod attempt;
mod base_url;
#[cfg(feature = "blocking")]
mod blocking;
mod build_error;
mod builder;
mod call;
mod call_all;
mod clock;
mod conclude;
mod core;
mod credentials;
mod deadline;
mod decode_error;
mod drive;
mod effect;
mod env;
mod error;
mod error_display;
mod error_kind;
mod exchange;
mod facts;
#[doc(hidden)]
pub mod generated;
mod identity;
mod lifecycle;
mod operation;
mod options;
mod pool;
mod printable;
mod raw;
mod reach;
mod redact;
mod report;
mod response;
mod retry;
mod status;
mod telemetry;
mod token;
mod transport;
mod unknowns;
mod urls;

pub use attempt::Attempt;
#[cfg(feature = "blocking")]
pub use blocking::Blocking;
pub use build_error::BuildError;
pub use builder::Builder;
pub use call::{Async, Call};
pub use call_all::CallAll;
pub use clock::{Clock, SystemClock};
pub use core::Core;
pub use effect::Effect;
pub use env::Environment;
pub use error::Error;
pub use error_kind::ErrorKind;
pub use exchange::Exchange;
pub use facts::{Class, Facts, Pinned, Scheme, SchemeKind, Service, Success, Successor};
pub use lifecycle::{Lifecycle, Link, Notices};
pub use operation::{Operation, Sent, Wire};
#[doc(hidden)]
pub use reqwest;
pub use reqwest::{StatusCode, header::HeaderMap};
pub use response::Response;
pub use retry::{MAX_PAUSE, RetryPolicy};
pub use token::{ClientCredentials, Token, TokenError, TokenFuture, TokenSource};
#[doc(hidden)]
pub use tracing;
pub use unknowns::{Unknowns, Visit};
