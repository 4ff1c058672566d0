mod compiled;
mod format;
mod keyword;
mod message;
mod translate;
mod violation;

pub use compiled::{CompileError, Validator, ValidatorSet, Validators};
pub use translate::Direction;
pub use violation::Violation;
