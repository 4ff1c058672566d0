//! What a change to an OpenAPI document breaks, on the wire and for Rust callers, and which version it takes.
