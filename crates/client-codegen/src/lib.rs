//! Rust client source from an OpenAPI 3.0 document, by progenitor and a small pass over its output.
