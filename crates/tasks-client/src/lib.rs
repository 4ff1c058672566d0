#![doc = include_str!("guide.md")]
#![cfg_attr(feature = "blocking", doc = "\n[`blocking::Client`]: blocking::Client")]
#![cfg_attr(
    not(feature = "blocking"),
    doc = "\n[`blocking::Client`]: https://docs.rs/tasks-client/latest/tasks_client/blocking/struct.Client.html"
)]

mod api_version;
#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod client;
mod create;
mod created;
mod echo;
pub mod generated;
mod into_task;
mod region;
mod task_user;

pub use api_version::ApiVersion;
pub use builder::ClientBuilder;
pub use chrono;
pub use client::{Calls, CreateAll};
pub use client_runtime::{
    Attempt, BuildError, ClientCredentials, Clock, Effect, Error, ErrorKind, Exchange, HeaderMap,
    Lifecycle, Link, MAX_PAUSE, RetryPolicy, StatusCode, SystemClock, Token, TokenError,
    TokenFuture, TokenSource,
};
pub use create::{Create, Creation, ReturnTask};
pub use created::Created;
pub use generated::{
    Client,
    types::{self, NewPrototypeTask as NewTask, PrototypeTask as Task},
};
pub use into_task::IntoTask;
pub use region::Region;

/// The OpenAPI document that this client was generated from, as text (YAML).
pub const DOCUMENT: &str = include_str!(concat!(env!("OUT_DIR"), "/tasks.yaml"));
