use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;
use serde_json::{Map, Value};

use crate::model::MAX_CHAIN;
use crate::{Document, Node, Pointer};

/// What schemas that hold together say: those joined by references, `allOf`, `anyOf` and `oneOf`.
#[derive(Debug, Default)]
pub(crate) struct Composite<'d> {
    /// The names of the properties that any of them declares.
    pub(crate) properties: IndexSet<&'d str>,
    /// Whether one of them describes properties by any name.
    pub(crate) is_map: bool,
    /// Whether one of them says what type a value has.
    pub(crate) is_typed: bool,
    /// Whether one of them says what the items of an array are.
    pub(crate) has_items: bool,
}

/// The composites of a document, each computed once for all its members.
pub(crate) struct Composites<'d> {
    document: &'d Document,
    known: HashMap<*const Value, Composite<'d>>,
}

impl<'d> Composites<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        Self {
            document,
            known: HashMap::new(),
        }
    }

    /// The composite that a schema belongs to: when it is a member of `allOf`, `anyOf` or `oneOf`, that of the whole.
    pub(crate) fn of(&mut self, schema: &Node<'d>) -> &Composite<'d> {
        let document = self.document;
        let mut whole = schema.clone();
        while let Some(above) = above(document, &whole.pointer) {
            whole = above;
        }
        self.known
            .entry(std::ptr::from_ref(whole.value))
            .or_insert_with(|| composite(document, &whole))
    }
}

fn above<'d>(document: &'d Document, member: &Pointer) -> Option<Node<'d>> {
    let list = member.parent()?;
    let is_index = member.last()?.bytes().all(|byte| byte.is_ascii_digit());
    let is_list = matches!(&*list.last()?, "allOf" | "anyOf" | "oneOf");
    document
        .node(&list.parent()?)
        .filter(|_| is_index && is_list)
}

fn composite<'d>(document: &'d Document, schema: &Node<'d>) -> Composite<'d> {
    let mut open = vec![(schema.value, 0)];
    let mut seen = HashSet::new();
    let mut found = Composite::default();
    while let Some((value, depth)) = open.pop() {
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            if depth < MAX_CHAIN && seen.insert(reference) {
                let target = Pointer::from_reference(reference);
                let target = target.and_then(|target| document.get(&target));
                open.extend(target.map(|target| (target, depth + 1)));
            }
            continue;
        }
        let members = ["allOf", "anyOf", "oneOf"]
            .into_iter()
            .filter_map(|keyword| value.get(keyword)?.as_array());
        open.extend(members.flatten().map(|member| (member, depth)));
        let properties = value.get("properties").and_then(Value::as_object);
        found.properties.extend(
            properties
                .into_iter()
                .flat_map(Map::keys)
                .map(String::as_str),
        );
        let additional = value.get("additionalProperties").and_then(Value::as_object);
        found.is_map |= additional.is_some_and(|schema| !schema.is_empty());
        found.is_typed |= value.get("type").is_some() || value.get("enum").is_some();
        found.has_items |= value.get("items").is_some();
    }
    found
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
