//! Tests of the commands and of the workspace.

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($($arguments)*) })
    };
}

mod check;
mod contributing;
mod diff;
mod interface;
mod review;
mod same_tree;
mod style;
mod workflows;
mod workspace;
