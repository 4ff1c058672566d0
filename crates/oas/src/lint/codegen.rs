//! What several of the rules about the Rust generator need to know of it: what it names, what it reads, what it sends.

mod answers;
mod names;
mod reach;
mod types;

pub(super) use answers::{Answer, Body, answers, is_typed_json};
pub(super) use names::{field, named_types, type_name, unique_variants};
pub(super) use reach::{called, decoded, generated, sent};
pub(super) use types::{Meant, meant, without_annotations};
