//! A client for the task creation endpoint that never creates a task twice.
