//! The walk over both documents that collects the facts.

mod callback;
mod collect;
mod components;
mod content;
mod document;
mod matched;
mod operation;
mod parameter;
mod paths;
mod response;
mod schema;
mod security;
mod security_schemes;

pub(super) use collect::{Cap, Collected, Met, Walk};
