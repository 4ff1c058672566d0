mod kind;
mod table;
mod walk;

pub(crate) use kind::Kind;
pub(crate) use table::Shape;
pub(crate) use walk::{Object, objects};
