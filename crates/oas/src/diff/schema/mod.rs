//! Schemas: their meaning behind the spelling, compared keyword by keyword.

mod bound;
mod choice;
mod compare;
mod constant;
mod graph;
mod keywords;
mod notes;
mod object;
mod seen;
mod shape;
mod types;
mod values;

pub use bound::Bound;
pub(super) use compare::shown;
pub use graph::Step;
pub(super) use graph::{Comparison, Looked, PairId, Schemas, Trees};
pub use shape::ChoiceKeyword;
pub(super) use shape::{Additional, Schema, Shape};
