//! Vocabulary of OpenAPI 3.0: kinds of objects with their keywords, formats, styles, methods,
//! statuses, extensions.
//!
//! Tables only; nothing here reads a document.

pub mod extension;
mod format;
mod kind;
pub mod media_type;
mod method;
mod status;
mod style;
mod table;

pub(crate) use format::{FORMATS, format};
pub(crate) use kind::Kind;
pub use media_type::MediaRange;
pub use method::Method;
pub use status::Status;
pub use style::Style;
pub(crate) use table::{COMPOSITION, Shape, TYPES};
