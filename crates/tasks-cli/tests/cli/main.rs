//! Tests of the program: output, files and exit codes.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

mod batch;
mod config;
mod created;
mod credentials;
mod dry_run;
mod failures;
mod help;
mod input_errors;
#[cfg(unix)]
mod interrupts;
mod kill;
mod list;
mod mock;
mod options;
mod run;
mod sunset;
#[cfg(target_os = "linux")]
mod terminal;
