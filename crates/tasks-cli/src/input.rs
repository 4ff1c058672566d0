//! Input of tasks: reads a file or standard input, applies flags, and validates the result against
//! the document. Nothing here sends a request.

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
