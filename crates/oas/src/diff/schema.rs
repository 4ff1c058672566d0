//! Comparison of schemas: normalised, then keyword by keyword. Each pair of schemas is compared
//! once; the walk follows the pairs and decides where a difference occurs.

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
