use std::collections::HashSet;

use serde_json::Value;

use crate::{Document, Node, Pointer};

/// One of the two documents: the raw tree, and which values were compared.
#[derive(Debug)]
pub(super) struct Tree<'d> {
    document: &'d Document,
    coverage: Coverage,
}

/// Which values were compared, by address: a value's identity while its document is borrowed.
#[derive(Debug, Default)]
struct Coverage {
    /// Compared with everything below them.
    whole: HashSet<usize>,
    /// Containers whose members are compared one by one.
    opened: HashSet<usize>,
}

/// The values of a schema that were compared.
#[derive(Debug, Default)]
pub(super) struct Compared<'d> {
    pub(super) whole: Vec<&'d Value>,
    pub(super) opened: Vec<&'d Value>,
}

impl<'d> Tree<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            coverage: Coverage::default(),
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

    /// Follows the `$ref`s of a node. `None` if they do not resolve.
    pub(super) fn resolve(&self, node: &Node<'d>) -> Option<Node<'d>> {
        self.document.resolve(node.clone())
    }

    /// The target of a reference within the document.
    pub(super) fn target(&self, reference: &str) -> Option<Node<'d>> {
        self.document.node(&Pointer::from_reference(reference)?)
    }

    /// Records that a value was compared with everything below it.
    pub(super) fn cover(&mut self, value: &Value) {
        self.coverage.whole.insert(address(value));
    }

    /// Records that the members of a container are compared one by one.
    pub(super) fn open(&mut self, value: &Value) {
        self.coverage.opened.insert(address(value));
    }

    /// Records what the comparison of a schema covered.
    pub(super) fn compared(&mut self, compared: &Compared<'d>) {
        let whole = compared.whole.iter().copied().map(address);
        self.coverage.whole.extend(whole);
        let opened = compared.opened.iter().copied().map(address);
        self.coverage.opened.extend(opened);
    }

    /// Whether the value was compared, by itself or member by member.
    pub(super) fn is_covered(&self, value: &Value) -> bool {
        let address = address(value);
        self.coverage.whole.contains(&address) || self.coverage.opened.contains(&address)
    }

    /// The locations that differ from the same location of `other` and that nothing compared. Of other files, those that both
    /// documents refer to count, and what lies below the targets.
    pub(super) fn uncovered(&self, other: &Document) -> Vec<Pointer> {
        let mut found = Vec::new();
        self.uncovered_below(&self.root(), Some(other.root()), &mut found);
        if self.document.parts().next().is_none() {
            return found;
        }
        let mut targets: Vec<_> = crate::objects::objects(self.document)
            .into_iter()
            .map(|object| object.node)
            .filter(|node| node.pointer.in_parts().is_some())
            .collect();
        targets.sort_by(|one, other| one.pointer.cmp(&other.pointer));
        let mut last: Option<Pointer> = None;
        for target in targets {
            if last
                .as_ref()
                .is_some_and(|last| target.pointer.starts_with(last))
            {
                continue;
            }
            if let Some(value) = other.get(&target.pointer) {
                self.uncovered_below(&target, Some(value), &mut found);
            }
            last = Some(target.pointer);
        }
        found
    }

    fn uncovered_below(&self, node: &Node<'d>, other: Option<&Value>, found: &mut Vec<Pointer>) {
        if self.coverage.whole.contains(&address(node.value)) {
            return;
        }
        let is_open = || self.coverage.opened.contains(&address(node.value));
        match node.value {
            Value::Object(members) if !members.is_empty() => {
                for (key, member) in node.members() {
                    self.uncovered_below(&member, other.and_then(|other| other.get(key)), found);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in node.items().enumerate() {
                    self.uncovered_below(&item, other.and_then(|other| other.get(index)), found);
                }
            }
            // An empty container has no members that could have been compared.
            Value::Object(_) | Value::Array(_) if is_open() => {}
            _ if Some(node.value) == other => {}
            _ => found.push(node.pointer.clone()),
        }
    }
}

/// The identity of a value in its document.
pub(super) fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}
