//! A server that validates requests and answers by an OpenAPI 3.0 document.
//!
//! ```
//! # let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}";
//! let server = mock_server::MockServer::start(text)?;
//! let base_url = server.url();                // send requests there …
//! let received = server.received();           // … and see what arrived; the server stops when it is dropped
//! # Ok::<(), mock_server::StartError>(())
//! ```
//!
//! It runs on a thread of its own, so that synchronous and asynchronous tests use it alike. [`fault`] says how to make things go
//! wrong, and [`ledger`] what was really created.

mod api;
mod builder;
#[cfg(feature = "docs")]
mod docs;
pub mod fault;
pub mod ledger;
mod page;
mod server;
mod state;
mod token;
mod wire;

pub use builder::Builder;
pub use ledger::{Ledger, Received};
pub use oas::Document;
pub use server::{MockServer, StartError};
