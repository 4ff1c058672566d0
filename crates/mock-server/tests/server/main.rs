//! The server as its callers meet it, over real sockets. One program, so that it is linked once.

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($($arguments)*) })
    };
}

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_json_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_json_snapshot!($($arguments)*) })
    };
}

mod answers;
mod attack;
mod choices;
mod create;
mod fault;
mod forms;
mod http;
mod kinds;
mod model;
mod parameters;
mod security;
mod support;
