use super::types::{Rust, rust_type};
use crate::vocabulary::media_type::{JSON, without_parameters};
use crate::{MediaType, Operation, Pointer};

/// A response, as the generator looks at it.
pub(in crate::lint) struct Answer<'d> {
    pub(in crate::lint) status: &'d str,
    /// Pointer to its entry in the operation.
    pub(in crate::lint) pointer: Pointer,
    pub(in crate::lint) body: Body,
}

/// Generated type of the content of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lint) enum Body {
    /// There is none.
    None,
    /// It is JSON, and read as this type.
    Typed(Rust),
    /// It is something else, and handed on as bytes.
    Bytes,
    /// The connection goes on by another protocol.
    Upgrade,
}

impl Answer<'_> {
    /// Whether it counts among the successes. The generator takes a switch of protocols for one.
    pub(in crate::lint) fn is_success(&self) -> bool {
        self.status == "101" || (self.status.len() == 3 && self.status.starts_with('2'))
    }

    /// Whether it counts among the errors. `default` does, and among the successes too.
    pub(in crate::lint) fn is_error(&self) -> bool {
        self.is_default() || (self.status.len() == 3 && self.status.starts_with(['4', '5']))
    }

    pub(in crate::lint) fn is_default(&self) -> bool {
        self.status == "default"
    }
}

impl Body {
    /// As a message says it, after "has".
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
pub(in crate::lint) fn answers<'d>(operation: &Operation<'d>) -> Vec<Answer<'d>> {
    let responses = operation.pointer().join("responses");
    let read = operation.responses().map(|response| {
        let media_types = response.media_types();
        let body = match media_types.iter().find(|one| is_typed_json(one)) {
            Some(json) => Body::Typed(json.schema.as_ref().map_or(Rust::Any, rust_type)),
            None if response.status == "101" => Body::Upgrade,
            None if media_types.is_empty() => Body::None,
            None => Body::Bytes,
        };
        Answer {
            status: response.status,
            pointer: responses.join(response.status),
            body,
        }
    });
    read.collect()
}

/// Whether the generator reads a body of this media type: it goes by the letters of the name.
pub(in crate::lint) fn is_typed_json(media_type: &MediaType<'_>) -> bool {
    without_parameters(media_type.name) == JSON
}
