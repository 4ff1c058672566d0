//! Rust client source from an OpenAPI 3.0 document, by progenitor and a small pass over its output.
//!
//! [`generate`] takes the text of a document and gives formatted Rust. The source needs `chrono`, `progenitor-client`,
//! `reqwest`, `serde` and `serde_json` where it is included, and begins with nothing that a `mod` could not hold, so
//! `include!` inside a module is the way to use it.

mod constants;
mod document;
mod error;
mod generate;
mod idents;
mod isolate;
mod markdown;
mod open_enum;
mod pass;
mod prepare;
mod progenitor;
mod quiet;
mod schema;
mod settings;
#[cfg(feature = "surface")]
pub mod surface;

pub use error::Error;
pub use generate::generate;
pub use settings::Settings;
