//! Tests of the command `oas`.

mod config;
mod diff;
mod files;
mod lint;
mod readme;
