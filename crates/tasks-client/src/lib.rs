#![doc = include_str!("guide.md")]

mod answer;
mod attempt;
mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod build_error;
mod builder;
mod call;
mod client;
mod clock;
mod core;
mod create;
mod create_all;
mod created;
mod decode_error;
mod drive;
mod effect;
mod env;
mod error;
mod error_display;
mod error_kind;
pub mod generated;
mod hooks;
mod lifecycle;
mod options;
mod printable;
mod reach;
mod redact;
mod region;
mod report;
mod retry;
mod scrape;
mod settle;
mod status;
mod task_user;
mod telemetry;
mod token;
mod unknown;

pub use attempt::Attempt;
pub use build_error::BuildError;
pub use builder::ClientBuilder;
pub use client::Client;
pub use clock::{Clock, SystemClock};
pub use create::Create;
pub use create_all::{CreateAll, Indexed};
pub use created::Created;
pub use effect::Effect;
pub use error::Error;
pub use error_kind::ErrorKind;
pub use generated::types;
pub use hooks::CallContext;
pub use lifecycle::{Lifecycle, Link};
pub use region::Region;
pub use reqwest::{StatusCode, header::HeaderMap};
pub use retry::{MAX_PAUSE, RetryPolicy};
pub use token::{ClientCredentials, Token, TokenError, TokenFuture, TokenSource};

/// The OpenAPI document that this client was generated from, as text (YAML).
pub const DOCUMENT: &str = include_str!("../openapi/tasks.yaml");
