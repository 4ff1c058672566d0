//! The differences between the lowered document and the source, for the steps after the generator.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::private::Marks;

/// Additions to the source generated from the lowered document, by the pointer of the operation.
pub(crate) struct Plan {
    /// The characters around the suffixes of names.
    pub(crate) marks: Marks,
    /// The media type of the body, if it is not the generated one.
    pub(crate) media_types: BTreeMap<String, String>,
    /// The media types of JSON successes, if they are not `application/json`.
    pub(crate) accepts: BTreeMap<String, String>,
    /// Operations whose body can be left out.
    pub(crate) optional_bodies: BTreeSet<String>,
    /// Error statuses whose responses are not decoded, although the generated range covers them.
    pub(crate) raw_statuses: BTreeMap<String, Vec<u16>>,
    /// Successes of several kinds.
    pub(crate) successes: BTreeMap<String, Vec<Success>>,
    /// Query parameters whose values are joined, by name, and what separates the values.
    pub(crate) joined: BTreeMap<String, Vec<(String, &'static str)>>,
    /// Pointers into the lowered document, and the pointers in the source that they stand for.
    pub(crate) origins: BTreeMap<String, String>,
}

impl Plan {
    pub(crate) fn new(marks: Marks) -> Self {
        Self {
            marks,
            media_types: BTreeMap::new(),
            accepts: BTreeMap::new(),
            optional_bodies: BTreeSet::new(),
            raw_statuses: BTreeMap::new(),
            successes: BTreeMap::new(),
            joined: BTreeMap::new(),
            origins: BTreeMap::new(),
        }
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
