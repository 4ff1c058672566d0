//! The commands of `oas`, which check, compare and convert any OpenAPI 3.0 document. `cargo xtask`
//! calls the same functions.
//!
//! The library `oas` does not access the clock, git or the standard streams; this crate does.

pub mod bundle;
pub mod clock;
pub mod diff;
mod git;
mod links;
pub mod lint;
pub mod mock;
mod output;
pub mod reference;
pub mod rules;
mod source;

pub use links::check_link;
pub use output::print;
pub use source::{Access, Loaded, open, open_servable};
