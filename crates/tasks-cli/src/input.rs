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

pub(crate) use error::{InputError, MAX_SHOWN, print_errors};
pub(crate) use overrides::{Overrides, TaskArgs};
pub(crate) use rows::{Mapping, Row, RowFormat, RowOptions, RowSource};
pub(crate) use source::{Location, Source};
pub(crate) use tasks::{Input, Tasks};
pub(crate) use values::undocumented;
