//! Model of the Rust generator for several rules: the names it derives, the content it reads and
//! sends.

mod named_types;
mod names;
mod reach;
mod responses;
mod types;

pub(super) use named_types::named_types;
pub(super) use names::{field, type_name, unique_variants};
pub(super) use reach::{called, decoded, generated, sent};
pub(super) use responses::{Body, GeneratedResponse, generated_responses, is_typed_json};
pub(super) use types::{Effective, effective, without_annotations};

/// The rules about defects that only progenitor by itself has, because client-codegen lowers the
/// document first.
pub(super) const OF_PROGENITOR_ALONE: &[&str] = &[
    "component-name-collision",
    "cookie-parameter-unsupported",
    "default-always-sent",
    "default-response-beside-success",
    "description-breaks-doctest",
    "error-without-body",
    "header-parameter-nullable",
    "media-type-encoding-unsupported",
    "media-type-schema-missing",
    "not-unsupported",
    "parameter-content-unsupported",
    "parameter-name-collision",
    "parameter-not-text",
    "parameter-style-unsupported",
    "path-item-reference-unsupported",
    "property-name-collision",
    "raw-request-body-constrained",
    "request-media-type-unsupported",
    "request-media-types-multiple",
    "response-types-mixed",
    "variant-name-collision",
];
