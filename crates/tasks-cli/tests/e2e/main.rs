//! `tasks mock` as other programs see it: a browser, and a fuzzer of APIs. `.ci/e2e` brings both, and runs this.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

mod browser;
mod schemathesis;
mod server;
