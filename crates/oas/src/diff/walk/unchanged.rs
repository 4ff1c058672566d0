use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::diff::pair::Pair;
use crate::{Document, Node, Pointer};

/// The references whose targets are equal in both documents, with everything that they refer to.
///
/// Schemas that are equal by this are not compared keyword by keyword: however they refer to each
/// other, each value is read once.
#[derive(Debug, Default)]
pub(super) struct Unchanged<'d> {
    references: HashSet<&'d str>,
    /// Whether the component schemas are equal: a discriminator may select any of them.
    schemas: bool,
}

impl<'d> Unchanged<'d> {
    pub(super) fn of(documents: Pair<&'d Document>) -> Self {
        let schemas = documents.map(|document| document.root().pointer("/components/schemas"));
        let schemas = !schemas.differs();
        let mut unread: Vec<&'d str> = Vec::new();
        for document in documents.each() {
            document
                .trees()
                .for_each(|tree| references(tree, &mut unread));
        }
        let mut equal: HashMap<&'d str, Vec<&'d str>> = HashMap::new();
        let mut seen = HashSet::new();
        unread.retain(|reference| seen.insert(*reference));
        for reference in unread {
            let target = Pointer::from_reference(reference);
            let targets = documents.map(|document| document.get(target.as_ref()?));
            let is_equal = |targets: &Pair<&Value>| {
                !targets.differs() && (schemas || !has_discriminator(targets.base))
            };
            if let Some(targets) = targets.both().filter(is_equal) {
                let mut below = Vec::new();
                references(targets.base, &mut below);
                equal.insert(reference, below);
            }
        }
        // A value that refers to something that changed has changed too.
        let mut users: HashMap<&str, Vec<&'d str>> = HashMap::new();
        let mut changed: Vec<&str> = Vec::new();
        for (reference, below) in &equal {
            for target in below {
                users.entry(target).or_default().push(reference);
                if !equal.contains_key(target) {
                    changed.push(target);
                }
            }
        }
        let mut references: HashSet<&'d str> = equal.keys().copied().collect();
        while let Some(target) = changed.pop() {
            for user in users.remove(target).into_iter().flatten() {
                if references.remove(user) {
                    changed.push(user);
                }
            }
        }
        Self {
            references,
            schemas,
        }
    }

    /// Whether two nodes are equal with everything that they refer to.
    pub(super) fn includes(&self, nodes: &Pair<Node<'d>>) -> bool {
        nodes.base.value == nodes.revision.value
            && (self.schemas || !has_discriminator(nodes.base.value))
            && {
                let mut found = Vec::new();
                references(nodes.base.value, &mut found);
                let mut found = found.iter();
                found.all(|reference| self.references.contains(reference))
            }
    }
}

/// Every `$ref` in a value.
fn references<'d>(value: &'d Value, found: &mut Vec<&'d str>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                found.extend(members.get("$ref").and_then(Value::as_str));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

fn has_discriminator(value: &Value) -> bool {
    match value {
        Value::Object(members) => {
            members.contains_key("discriminator") || members.values().any(has_discriminator)
        }
        Value::Array(items) => items.iter().any(has_discriminator),
        _ => false,
    }
}
