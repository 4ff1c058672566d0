//! Tests of the public interface of the library.

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($($arguments)*) })
    };
}

mod blocks;
mod complete_sample;
mod diff_examples;
mod diff_fixtures;
mod diff_operations;
mod diff_policy;
mod diff_random;
mod discriminator;
mod document;
mod equivalents;
mod examples;
mod files;
mod hostile;
mod hostile_random;
mod json;
mod lint;
mod mirrored;
mod pairs;
mod reference;
mod report;
mod rules;
mod sample;
mod sarif;
mod validator;
