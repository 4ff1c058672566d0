//! The review of a change to an OpenAPI document: changes that break the wire, changes that break
//! Rust callers, and the required version.
//!
//! This crate joins the comparison of documents ([`oas::diff`]) with the comparison of generated
//! clients ([`client_codegen::surface`]) and renders the report. It reads neither files nor git.

mod cause;
mod compare;
mod diagnostics;
mod headline;
mod input;
mod json;
mod lint;
mod markdown;
mod migration;
mod outcome;
mod render;
mod surfaces;
mod unreadable;
mod version;

pub use cause::Cause;
pub use compare::review;
pub use input::{Input, Links, Side};
pub use migration::{Migration, MigrationError, migration};
pub use outcome::{Outcome, RustChange, Verdict};
pub use unreadable::unreadable;
pub use version::{Baseline, Bump, Release};
