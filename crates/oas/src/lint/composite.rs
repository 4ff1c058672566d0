use std::collections::HashSet;

use serde_json::Value;

use crate::{Document, Node, Pointer};

/// The schema that a member of `allOf`, `anyOf` or `oneOf` belongs to, at any depth: only the whole says what a value must be.
pub(crate) fn whole<'d>(document: &'d Document, schema: &Node<'d>) -> Node<'d> {
    let mut whole = schema.clone();
    while let Some(above) = above(document, &whole.pointer) {
        whole = above;
    }
    whole
}

fn above<'d>(document: &'d Document, member: &Pointer) -> Option<Node<'d>> {
    let list = member.parent()?;
    let is_index = member.last()?.bytes().all(|byte| byte.is_ascii_digit());
    let is_list = matches!(&*list.last()?, "allOf" | "anyOf" | "oneOf");
    document
        .node(&list.parent()?)
        .filter(|_| is_index && is_list)
}

/// A schema and everything that takes part in it: what it refers to, and the members of `allOf`, `anyOf` and `oneOf`.
///
/// References themselves are not among the parts; at most 256 are followed.
pub(crate) fn parts<'d>(document: &'d Document, schema: &Node<'d>) -> Vec<Node<'d>> {
    const MAX_REFERENCES: usize = 256;
    let mut open = vec![schema.clone()];
    let mut seen: HashSet<Pointer> = HashSet::new();
    let mut parts = Vec::new();
    while let Some(node) = open.pop() {
        if let Some(target) = node.reference().and_then(Pointer::from_reference) {
            if seen.len() < MAX_REFERENCES && !seen.contains(&target) {
                open.extend(document.node(&target));
                seen.insert(target);
            }
            continue;
        }
        let members = ["allOf", "anyOf", "oneOf"]
            .into_iter()
            .flat_map(|keyword| node.items_of(keyword));
        open.extend(members.collect::<Vec<_>>().into_iter().rev());
        parts.push(node);
    }
    parts
}

/// Whether a schema describes properties by any name.
pub(crate) fn names_any_property(part: &Node<'_>) -> bool {
    let additional = part
        .value
        .get("additionalProperties")
        .and_then(Value::as_object);
    additional.is_some_and(|schema| !schema.is_empty())
}

/// The schemas that the given ones lead to, themselves included, each once: through references and through keywords.
pub(crate) fn reachable<'d>(
    document: &'d Document,
    schemas: impl Iterator<Item = Node<'d>>,
) -> Vec<Node<'d>> {
    let mut open = schemas.collect::<Vec<_>>();
    open.reverse();
    let mut seen: HashSet<*const Value> = HashSet::new();
    let mut found = Vec::new();
    while let Some(node) = open.pop() {
        if !seen.insert(std::ptr::from_ref(node.value)) {
            continue;
        }
        if let Some(target) = node.reference().and_then(Pointer::from_reference) {
            open.extend(document.node(&target));
            continue;
        }
        let listed = ["allOf", "anyOf", "oneOf"]
            .into_iter()
            .flat_map(|keyword| node.items_of(keyword));
        let single = ["items", "additionalProperties", "not"]
            .into_iter()
            .filter_map(|keyword| node.get(keyword));
        let properties = node.members_of("properties").map(|(_, property)| property);
        let below = listed
            .chain(single)
            .chain(properties)
            .filter(|below| below.value.is_object());
        open.extend(below.collect::<Vec<_>>().into_iter().rev());
        found.push(node);
    }
    found
}
