//! Values that look like credentials.

mod credential;
mod shape;

#[cfg(test)]
mod tests;

pub(crate) use credential::{find, is_name};
