//! What the user wants created: a file or standard input, with the flags laid over it.

mod mistake;
mod nulls;
mod overrides;
mod reader;
mod source;
mod suggest;
mod tasks;
mod values;

pub(crate) use mistake::Mistake;
pub(crate) use overrides::Overrides;
pub(crate) use source::{Place, Source};
pub(crate) use suggest::closest;
pub(crate) use tasks::{Input, Tasks};
