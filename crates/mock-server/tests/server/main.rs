//! The server over real sockets. One binary, so that it is linked once.

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

mod attack;
mod create;
mod errors;
mod fault;
mod forms;
mod http;
mod media_types;
mod model;
mod negotiation;
mod parameters;
mod random;
mod responses;
mod security;
mod selection;
mod support;
