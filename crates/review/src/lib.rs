//! What a change to an OpenAPI document breaks, on the wire and for Rust callers, and which version it takes.

mod cause;
mod input;
mod json;
mod lint;
mod markdown;
mod outcome;
mod version;

pub use input::{Input, Side};
pub use outcome::{Outcome, RustChange, Verdict, review};
pub use version::{Bump, Package};
