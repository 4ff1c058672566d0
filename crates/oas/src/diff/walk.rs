//! The walk over both documents: pairs their parts, and collects the differences with their
//! occurrences. It decides no severity.

mod components;
mod content;
mod document;
mod matched;
mod operations;
mod parameters;
mod renames;
mod responses;
mod schema;
mod schemes;
mod security;
mod servers;
mod template;
#[cfg(test)]
mod tests;
mod unchanged;
mod walker;

pub(super) use document::{document, operations};
pub(super) use walker::{Collected, Walk};
