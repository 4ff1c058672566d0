use super::types::{Rust, rust_type};
use crate::vocabulary::media_type::{JSON, without_parameters};
use crate::{MediaType, Operation, Pointer};

/// A response from the view of the generator.
pub(in crate::lint) struct GeneratedResponse<'d> {
    pub(in crate::lint) status: &'d str,
    /// Pointer to its entry in the operation.
    pub(in crate::lint) pointer: Pointer,
    pub(in crate::lint) body: Body,
}

/// Generated type of the content of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lint) enum Body {
    /// No body.
    None,
    /// JSON, decoded as this type.
    Typed(Rust),
    /// Another media type, returned as bytes.
    Bytes,
    /// A switch to another protocol.
    Upgrade,
}

impl GeneratedResponse<'_> {
    /// Whether it is a success for the generator, as a switch of protocols is.
    pub(in crate::lint) fn is_success(&self) -> bool {
        self.status == "101" || (self.status.len() == 3 && self.status.starts_with('2'))
    }

    /// Whether it is an error for the generator. `default` is both an error and a success.
    pub(in crate::lint) fn is_error(&self) -> bool {
        self.is_default() || (self.status.len() == 3 && self.status.starts_with(['4', '5']))
    }

    pub(in crate::lint) fn is_default(&self) -> bool {
        self.status == "default"
    }
}

impl Body {
    /// Description for a message, after "has".
    pub(in crate::lint) fn described(&self) -> String {
        match self {
            Self::None => "no body".to_owned(),
            Self::Bytes => "a body that is not `application/json`".to_owned(),
            Self::Typed(rust) => rust.described(),
            Self::Upgrade => "a connection".to_owned(),
        }
    }
}

/// The responses of an operation, in the order of the text.
pub(in crate::lint) fn generated_responses<'d>(
    operation: &Operation<'d>,
) -> Vec<GeneratedResponse<'d>> {
    let responses = operation.pointer().join("responses");
    let read = operation.responses().map(|response| {
        let media_types = response.media_types();
        let body = match media_types.iter().find(|one| is_typed_json(one)) {
            Some(json) => Body::Typed(json.schema.as_ref().map_or(Rust::Any, rust_type)),
            None if response.status == "101" => Body::Upgrade,
            None if media_types.is_empty() => Body::None,
            None => Body::Bytes,
        };
        GeneratedResponse {
            status: response.status,
            pointer: responses.join(response.status),
            body,
        }
    });
    read.collect()
}

/// Whether the generator decodes a body of this media type, which it compares as written.
pub(in crate::lint) fn is_typed_json(media_type: &MediaType<'_>) -> bool {
    without_parameters(media_type.name) == JSON
}
