//! Tests of the generated source. `lowered` and `orders` compile such a source, each in a separate
//! test binary.

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($($arguments)*) })
    };
}

mod cases;
mod features;
mod rejections;
mod surface;
