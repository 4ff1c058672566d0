//! Vocabulary of OpenAPI 3.0: kinds of objects with their keywords, formats, styles, methods, statuses, extensions.
//!
//! Tables only; nothing here reads a document.

pub(crate) mod extension;
mod format;
mod kind;
mod method;
mod status;
mod style;
mod table;

pub(crate) use format::{FORMATS, format};
pub(crate) use kind::Kind;
pub use method::Method;
pub use status::Status;
pub(crate) use style::{STYLES, styles_in};
pub(crate) use table::{Shape, TYPES};
