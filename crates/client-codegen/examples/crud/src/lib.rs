//! A client of `widgets.yaml`: complete, with retries, tokens and errors that report their effect.

/// The generated client.
pub mod widgets {
    include!(concat!(env!("OUT_DIR"), "/widgets.rs"));
}

pub use widgets::{Client, blocking, types};

/// The document that the client was generated from.
pub const DOCUMENT: &str = include_str!("../widgets.yaml");
