mod builder;
mod error;
mod events;
mod offsets;
mod scalar;
mod surrogates;

pub use builder::DuplicateKey;
pub(crate) use builder::{Failure, Tree, build};
pub use error::LoadError;
