//! `tasks mock` with a browser and with Schemathesis. `.ci/e2e` installs both, and runs these
//! tests.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

mod browser;
mod schemathesis;
mod server;
