mod compiled;
mod effort;
mod format;
mod keyword;
mod limit;
mod message;
mod node;
mod translate;
mod violation;

pub(crate) use compiled::pattern_of;
pub use compiled::{CompileError, Validator, ValidatorSet, Validators};
pub use translate::Direction;
pub(crate) use translate::inner_targets;
pub use violation::Violation;
