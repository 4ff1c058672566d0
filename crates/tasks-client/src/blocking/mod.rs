//! A client for callers without an async runtime.
//!
//! ```no_run
//! use tasks_client::{blocking::Client, types::NewPrototypeTask};
//!
//! let client = Client::from_env()?;
//! let created = client.create(NewPrototypeTask::builder().title("Review the 10-K")).send()?;
//! println!("{}", created.id().unwrap_or("(no id)"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Inside an async runtime, its blocking threads included, every call is an error: there, use
//! [`tasks_client::Client`](crate::Client).

mod client;
mod create;
mod create_all;
mod runtime;

pub use client::Client;
pub use create::Create;
pub use create_all::CreateAll;
