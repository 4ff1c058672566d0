//! Renders tasks and their outcomes: for terminals, as JSON, and as a shell command.

mod advice;
mod command;
mod human;
mod json;
mod link;
mod print;

pub(crate) use advice::{advice, check_first};
pub(crate) use command::{Shell, command};
pub(crate) use human::{details, line, reason};
pub(crate) use json::record;
pub(crate) use print::print;
