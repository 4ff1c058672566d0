//! What is mended in the generator's output.

mod attributes;
mod builders;
mod documentation;
mod fields;
mod names;
mod operations;
mod types;

pub(crate) use types::mend;
