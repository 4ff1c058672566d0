//! Clients of documents that only tests use.

/// The client of tasks-client's document with one more operation.
pub mod extended {
    include!(concat!(env!("OUT_DIR"), "/extended.rs"));

    /// The document.
    pub const DOCUMENT: &str = include_str!(concat!(env!("OUT_DIR"), "/extended.yaml"));
}

/// The client of a document with every security scheme, servers of operations, and bodies without
/// an end.
pub mod services {
    include!(concat!(env!("OUT_DIR"), "/services.rs"));

    /// The document.
    pub const DOCUMENT: &str = include_str!("../services.yaml");
}
