//! Tests of the command `oas`.

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($($arguments)*) })
    };
}

mod config;
mod diff;
mod files;
mod lint;
mod readme;
