//! What is printed of a task and of what became of it.

mod advice;
mod curl;
mod human;
mod json;
mod plain;
mod print;

pub(crate) use advice::{advice, may_exist};
pub(crate) use curl::curl;
pub(crate) use human::{details, line};
pub(crate) use json::record;
pub(crate) use plain::{chain, plain};
pub(crate) use print::print;
