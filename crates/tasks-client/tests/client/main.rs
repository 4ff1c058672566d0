//! Tests of the client over real sockets, and of its generated types.

/// Compares with a snapshot that does not record the expression.
macro_rules! assert_snapshot {
    ($($arguments:tt)*) => {
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!($($arguments)*) })
    };
}

#[cfg(test)]
mod before_send;
#[cfg(test)]
mod blocking;
#[cfg(test)]
mod bulk;
#[cfg(test)]
mod code_sample;
#[cfg(test)]
mod echo;
#[cfg(test)]
mod errors;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod fidelity;
#[cfg(test)]
mod generated;
#[cfg(test)]
mod model;
#[cfg(test)]
mod pause;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod support;
#[cfg(test)]
mod symlink;
#[cfg(test)]
mod table;
#[cfg(test)]
mod telemetry;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod transport;
#[cfg(test)]
mod usability;
#[cfg(test)]
mod versions;
