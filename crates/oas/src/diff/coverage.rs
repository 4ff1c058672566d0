//! Coverage: the values of a document that were compared. A difference outside of it becomes an
//! `unclassified-change`.

use std::collections::HashSet;

use serde_json::Value;

use super::tree::address;
use crate::{Document, Node, Pointer};

/// The values that one comparison read.
#[derive(Debug, Default)]
pub(super) struct Compared<'d> {
    /// Compared with everything below them.
    pub(super) whole: Vec<&'d Value>,
    /// Containers whose members are compared one by one.
    pub(super) opened: Vec<&'d Value>,
}

/// The values of one document that were compared, by address: a value's identity while its document
/// is borrowed.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    whole: HashSet<usize>,
    opened: HashSet<usize>,
}

impl Coverage {
    /// Records that a value was compared with everything below it.
    pub(super) fn cover(&mut self, value: &Value) {
        self.whole.insert(address(value));
    }

    /// Records that the members of a container are compared one by one.
    pub(super) fn open(&mut self, value: &Value) {
        self.opened.insert(address(value));
    }

    /// Records what a comparison read.
    pub(super) fn compared(&mut self, compared: &Compared<'_>) {
        let whole = compared.whole.iter().copied().map(address);
        self.whole.extend(whole);
        let opened = compared.opened.iter().copied().map(address);
        self.opened.extend(opened);
    }

    /// Whether the value was compared, by itself or member by member.
    pub(super) fn includes(&self, value: &Value) -> bool {
        let address = address(value);
        self.whole.contains(&address) || self.opened.contains(&address)
    }

    /// The locations of `document` that differ from the same location of `other` and that nothing
    /// compared. Of other files, the targets of references count: those that both documents have,
    /// and those that were compared with something at another location.
    pub(super) fn missing(&self, document: &Document, other: &Document) -> Vec<Pointer> {
        let mut found = Vec::new();
        self.missing_below(&document.root_node(), Some(other.root()), &mut found);
        if document.parts().next().is_none() {
            return found;
        }
        let mut targets: Vec<_> = crate::objects::objects(document)
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
            let value = other.get(&target.pointer);
            if value.is_some() || self.opened.contains(&address(target.value)) {
                self.missing_below(&target, value, &mut found);
                last = Some(target.pointer);
            }
        }
        found
    }

    fn missing_below(&self, node: &Node<'_>, other: Option<&Value>, found: &mut Vec<Pointer>) {
        if self.whole.contains(&address(node.value)) {
            return;
        }
        let is_open = || self.opened.contains(&address(node.value));
        match node.value {
            Value::Object(members) if !members.is_empty() => {
                for (key, member) in node.members() {
                    self.missing_below(&member, other.and_then(|other| other.get(key)), found);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in node.items().enumerate() {
                    self.missing_below(&item, other.and_then(|other| other.get(index)), found);
                }
            }
            // An empty container has no members that could have been compared.
            Value::Object(_) | Value::Array(_) if is_open() => {}
            _ if Some(node.value) == other => {}
            _ => found.push(node.pointer.clone()),
        }
    }
}
