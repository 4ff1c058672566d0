//! Vocabulary of OpenAPI 3.0: kinds of objects with their keywords, methods, statuses.
//!
//! Tables only; nothing here reads a document.

mod kind;
mod method;
mod status;
mod table;

pub(crate) use kind::Kind;
pub use method::Method;
pub use status::Status;
pub(crate) use table::Shape;
