//! Schemas: normalised, then compared keyword by keyword.

mod annotations;
mod bound;
mod choice;
mod compare;
mod comparer;
mod constant;
mod discriminator;
mod graph;
mod limits;
mod object;
mod shape;
mod types;
mod values;

pub(super) use bound::Bound;
pub(super) use compare::schemas;
pub(super) use discriminator::applied;
pub(super) use graph::{Comparison, Links, PairId, Schemas};
pub(super) use shape::{Additional, Schema, Shape};
