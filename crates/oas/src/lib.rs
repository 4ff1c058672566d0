//! OpenAPI 3.0 documents: load them with spans, validate values, lint, compare, and render them.
