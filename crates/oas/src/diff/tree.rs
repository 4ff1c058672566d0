use std::collections::HashSet;

use serde_json::Value;

use super::schema::Looked;
use crate::{Document, Node, Pointer};

/// One of the two documents, as the walk reads it: the raw tree, and what of it was looked at.
#[derive(Debug)]
pub(super) struct Tree<'d> {
    document: &'d Document,
    /// Values compared with everything below them, and containers whose members are compared one
    /// by one: by address, which is a value's identity for as long as its document is borrowed.
    whole: HashSet<usize>,
    opened: HashSet<usize>,
}

impl<'d> Tree<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            whole: HashSet::new(),
            opened: HashSet::new(),
        }
    }

    pub(super) fn document(&self) -> &'d Document {
        self.document
    }

    pub(super) fn root(&self) -> Node<'d> {
        self.document.root_node()
    }

    /// Whether keywords beside a `$ref` count, as they do since OpenAPI 3.1; 3.0 ignores them.
    pub(super) fn siblings_count(&self) -> bool {
        let version = self.document.root().get("openapi").and_then(Value::as_str);
        version.is_some_and(|version| !version.starts_with("3.0"))
    }

    /// Follows the `$ref`s at a place to what they mean. `None` when they lead nowhere, out of the
    /// document or in a circle.
    pub(super) fn resolve(&self, node: &Node<'d>) -> Option<Node<'d>> {
        self.document.resolve(node.clone())
    }

    /// What a reference within the document leads to.
    pub(super) fn target(&self, reference: &str) -> Option<Node<'d>> {
        self.document.node(&Pointer::from_reference(reference)?)
    }

    /// Notes that a value was compared with everything below it.
    pub(super) fn saw(&mut self, value: &Value) {
        self.whole.insert(address(value));
    }

    /// Notes that the members of a container are compared one by one.
    pub(super) fn opened(&mut self, value: &Value) {
        self.opened.insert(address(value));
    }

    /// Notes what the comparison of a schema looked at.
    pub(super) fn looked(&mut self, seen: &Looked<'d>) {
        self.whole.extend(seen.whole.iter().copied().map(address));
        self.opened.extend(seen.opened.iter().copied().map(address));
    }

    /// Whether the value was looked at, by itself or member by member.
    pub(super) fn has_seen(&self, value: &Value) -> bool {
        self.whole.contains(&address(value)) || self.opened.contains(&address(value))
    }

    /// The places of this document that differ from `other` at the same place and that nobody
    /// looked at.
    pub(super) fn overlooked(&self, other: &Value) -> Vec<Pointer> {
        let mut found = Vec::new();
        self.overlooked_below(&self.root(), Some(other), &mut found);
        found
    }

    fn overlooked_below(&self, node: &Node<'d>, other: Option<&Value>, found: &mut Vec<Pointer>) {
        if Some(node.value) == other || self.whole.contains(&address(node.value)) {
            return;
        }
        match node.value {
            Value::Object(members) if !members.is_empty() => {
                for (key, member) in node.members() {
                    self.overlooked_below(&member, other.and_then(|other| other.get(key)), found);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in node.items().enumerate() {
                    self.overlooked_below(&item, other.and_then(|other| other.get(index)), found);
                }
            }
            // An empty container has no member that could have been overlooked.
            Value::Object(_) | Value::Array(_) if self.opened.contains(&address(node.value)) => {}
            _ => found.push(node.pointer.clone()),
        }
    }
}

/// What tells a value from every other value of its document.
pub(super) fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}
