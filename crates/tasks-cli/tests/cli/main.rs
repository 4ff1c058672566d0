//! The program as its user meets it: what it prints, where, and how it ends.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

mod created;
mod credentials;
mod dry_run;
mod failures;
mod help;
#[cfg(unix)]
mod interrupts;
mod list;
mod mistakes;
mod mock;
mod run;
