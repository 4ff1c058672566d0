mod builder;
mod error;
mod events;
mod offsets;
mod scalar;

pub use builder::DuplicateKey;
pub(crate) use builder::{Failure, Tree, build};
pub use error::LoadError;
