//! A server that validates requests against an OpenAPI 3.0 document and responds per it.
//!
//! ```
//! # let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}";
//! let server = mock_server::MockServer::start(text)?;
//! let base_url = server.url();                // send requests there …
//! let received = server.received();           // … and inspect them; the server stops when it is dropped
//! # Ok::<(), mock_server::StartError>(())
//! ```
//!
//! It runs on its own thread, for synchronous and asynchronous tests. A response is the documented
//! example, or a complete sample of the schema, with the members that it shares with the request.
//! [`MockServer::on`] sets the response of one operation, [`fault`] injects faults, and [`ledger`]
//! lists what was carried out.

mod api;
mod body_reader;
mod builder;
#[cfg(feature = "docs")]
mod docs;
pub mod fault;
mod http_date;
pub mod ledger;
mod log;
mod page;
mod server;
mod shared;
mod state;
pub mod stub;
mod token;
mod wire;

pub use api::{AfterSunset, Note, Route};
pub use builder::Builder;
pub use ledger::{Entry, Ledger, Received};
pub use log::route_table;
pub use oas::Document;
pub use server::{MockServer, StartError};
