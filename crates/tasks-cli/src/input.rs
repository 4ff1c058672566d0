//! Tasks as they are written: a file or standard input, with the flags applied to it.

mod error;
mod nulls;
mod overrides;
mod reader;
mod rows;
mod schema;
mod source;
mod suggest;
mod tasks;
mod values;

pub(crate) use error::InputError;
pub(crate) use overrides::Overrides;
pub(crate) use rows::{Mapping, Row, RowFormat, RowOptions, RowSource};
pub(crate) use schema::TaskSchema;
pub(crate) use source::{Location, Source};
pub(crate) use suggest::closest;
pub(crate) use tasks::{Input, Tasks};
pub(crate) use values::{differs_by_case, undocumented, unknown_value};
