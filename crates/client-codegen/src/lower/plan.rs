//! The differences between the lowered document and the source, for the steps after the generator.

use std::collections::BTreeMap;

use serde_json::Value;

use super::private::Marks;

/// Additions to the source generated from the lowered document.
pub(crate) struct Plan {
    /// The characters around the suffixes of names.
    pub(crate) marks: Marks,
    /// By the pointer of the operation.
    operations: BTreeMap<String, OperationPlan>,
    /// Pointers into the lowered document, and the pointers in the source that they stand for.
    pub(crate) origins: BTreeMap<String, String>,
}

/// Additions to the builder of an operation.
#[derive(Default)]
pub(crate) struct OperationPlan {
    /// The media type of the body, if it is not the generated one.
    pub(crate) media_type: Option<String>,
    /// The media types of JSON successes, if they are not `application/json`.
    pub(crate) accept: Option<String>,
    /// Whether the body can be left out.
    pub(crate) has_optional_body: bool,
    /// Error statuses whose responses are not decoded, although the generated range covers them.
    pub(crate) raw_statuses: Vec<u16>,
    /// Successes, if they are of several kinds.
    pub(crate) successes: Vec<Success>,
    /// Query parameters whose values are joined, by name, and what separates the values.
    pub(crate) joined: Vec<(String, &'static str)>,
}

impl Plan {
    pub(crate) fn new(marks: Marks) -> Self {
        Self {
            marks,
            operations: BTreeMap::new(),
            origins: BTreeMap::new(),
        }
    }

    /// The additions to the operation at a pointer, to add to.
    pub(crate) fn operation(&mut self, pointer: &str) -> &mut OperationPlan {
        self.operations.entry(pointer.to_owned()).or_default()
    }

    /// The additions to the operation at a pointer, if there are any.
    pub(crate) fn of_operation(&self, pointer: &str) -> Option<&OperationPlan> {
        self.operations.get(pointer)
    }

    /// The pointer in the source of a pointer into the lowered document.
    pub(crate) fn origin(&self, pointer: &str) -> String {
        origin(&self.origins, pointer)
    }
}

/// The pointer that a pointer stands for: its longest known prefix is replaced.
pub(crate) fn origin(origins: &BTreeMap<String, String>, pointer: &str) -> String {
    let mut prefix = pointer;
    loop {
        if let Some(origin) = origins.get(prefix) {
            return format!("{origin}{}", &pointer[prefix.len()..]);
        }
        match prefix.rfind('/') {
            Some(end) => prefix = &prefix[..end],
            None => return pointer.to_owned(),
        }
    }
}

/// A documented success, one of several kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Success {
    /// `200`, or `2XX`.
    pub(crate) status: String,
    pub(crate) kind: BodyKind,
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    /// JSON of this component, or of this inline schema until it is a component.
    Json(Value),
    /// No body.
    Empty,
    /// Bytes.
    Raw,
}
