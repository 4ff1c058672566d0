//! Validates values against schemas, under the semantics of OpenAPI 3.0.

mod compiled;
mod effort;
mod format;
mod keyword;
mod limit;
mod message;
mod node;
mod options;
mod translate;
mod violation;

pub use compiled::{CompileError, Validator, ValidatorSet, Validators};
pub(crate) use options::pattern_of;
pub use translate::Direction;
pub(crate) use translate::inner_targets;
pub use violation::Violation;
