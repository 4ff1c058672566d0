//! Reviews of small changes.
#![expect(clippy::expect_used, reason = "test helpers may panic")]

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($($arguments)*) })
    };
}

mod formats;
mod markdown;
mod migration;
mod outcome;
mod support;
