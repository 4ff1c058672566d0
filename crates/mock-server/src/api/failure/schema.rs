//! Properties of the schema of an error, by the names that are customary for them.

use oas::{Document, Node};

use crate::api::properties::{has_type, member, parts};

pub(super) const MESSAGES: [&str; 8] = [
    "message",
    "detail",
    "error_description",
    "description",
    "reason",
    "msg",
    "errorMessage",
    "title",
];

/// The first of these names that the schema has as a property of this type.
pub(super) fn property(
    document: &Document,
    schema: &Node<'_>,
    names: &[&str],
    kind: &str,
) -> Option<String> {
    let has_kind = |name: &&&str| {
        let member = member(document, schema, name);
        member.is_some_and(|node| {
            has_type(document, &node, kind)
                || (kind == "object"
                    && parts(document, &node)
                        .iter()
                        .any(|part| part.get("properties").is_some()))
        })
    };
    names.iter().find(has_kind).map(|name| (*name).to_owned())
}

/// The schema of the items of an array.
pub(super) fn items<'d>(document: &'d Document, schema: &Node<'d>) -> Option<Node<'d>> {
    let mut parts = parts(document, schema).into_iter();
    parts.find_map(|part| part.get("items"))
}

/// Whether a schema is that of an array of strings.
pub(super) fn lists_strings(document: &Document, schema: &Node<'_>) -> bool {
    has_type(document, schema, "array")
        && items(document, schema).is_some_and(|items| has_type(document, &items, "string"))
}
