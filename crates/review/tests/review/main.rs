//! Reviews of small changes, as their readers get them.
#![expect(clippy::expect_used, reason = "a helper of a test may fail it")]

mod formats;
mod markdown;
mod outcome;
mod support;
