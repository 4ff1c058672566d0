//! A client for the task creation endpoint that never creates a task twice.

pub mod generated;
mod hooks;

pub use hooks::CallContext;

/// The OpenAPI document that this client was generated from, as text (YAML).
pub const DOCUMENT: &str = include_str!("../openapi/tasks.yaml");
