//! Compiles the document: finds the operation of a request, validates the request, and derives the
//! response.
//!
//! It is independent of connections and of the state of the server, and does not block.

mod body;
mod content;
mod edit;
mod encoding;
mod example;
mod failure;
mod form;
mod lifecycle;
mod media;
mod mock_response;
mod multipart;
mod note;
mod operation;
mod parameter;
mod plan;
mod prefer;
mod properties;
mod rejection;
mod remarks;
mod request;
mod response;
mod router;
mod scalar;
mod security;
mod selection;
mod service;
mod source;
mod status;
mod style;
mod token_endpoint;
mod typing;
mod violation;
mod xml;

pub use lifecycle::AfterSunset;
pub(crate) use mock_response::{Effect, MockResponse};
pub use note::Note;
pub(crate) use operation::Operation;
pub(crate) use request::Request;
pub(crate) use security::{TokenStatus, Tokens, basic, bearer};
pub use service::Route;
pub(crate) use service::{Api, Matched, Options, Target};
pub(crate) use token_endpoint::{Grant, TokenEndpoint, url_path};
