use std::collections::HashSet;

use serde_json::Value;

use super::compare::Comparer;
use super::graph::Looked;
use super::shape::Shape;
use crate::diff::form::is_well_formed;
use crate::diff::tree::address;

impl<'d> Comparer<'_, '_, 'd> {
    /// Notes that every keyword of both sides was compared, but for the schemas that are compared
    /// on their own.
    pub(super) fn saw_keywords(&mut self) {
        let descended = std::mem::take(&mut self.descended);
        self.found.base_seen = look(&self.base, &descended);
        self.found.revision_seen = look(&self.revision, &descended);
    }

    /// Notes that nothing of either side is compared on its own.
    pub(super) fn saw_everything(&mut self) {
        let everything = |shape: &Shape<'d>| {
            let whole = shape
                .parts
                .iter()
                .map(|part| part.value)
                .chain(shape.seen.iter().copied());
            Looked {
                whole: whole.collect(),
                opened: Vec::new(),
            }
        };
        self.found.base_seen = everything(&self.base);
        self.found.revision_seen = everything(&self.revision);
        self.found.below.clear();
    }
}

fn look<'d>(shape: &Shape<'d>, descended: &HashSet<usize>) -> Looked<'d> {
    let mut seen = Looked {
        whole: shape.seen.clone(),
        opened: Vec::new(),
    };
    let parts: HashSet<usize> = shape.parts.iter().map(|part| address(part.value)).collect();
    let child = |value: &'d Value, seen: &mut Looked<'d>| {
        if !descended.contains(&address(value)) && !parts.contains(&address(value)) {
            seen.whole.push(value);
        }
    };
    for part in &shape.parts {
        seen.opened.push(part.value);
        for (key, node) in part.members() {
            match (key, node.value) {
                ("properties", Value::Object(members)) => {
                    seen.opened.push(node.value);
                    members.values().for_each(|value| child(value, &mut seen));
                }
                ("allOf" | "anyOf" | "oneOf", Value::Array(items)) => {
                    seen.opened.push(node.value);
                    items.iter().for_each(|value| child(value, &mut seen));
                }
                ("items" | "not" | "additionalProperties", Value::Object(_) | Value::Bool(_)) => {
                    child(node.value, &mut seen);
                }
                ("items" | "not" | "additionalProperties", _) => {}
                ("discriminator", Value::Object(members)) => {
                    seen.opened.push(node.value);
                    let compared = ["propertyName", "mapping"].map(|key| (key, members.get(key)));
                    for (key, value) in compared {
                        let value = value.filter(|value| is_well_formed(key, value));
                        seen.whole.extend(value);
                    }
                }
                // What is not of the form that its keyword asks for, nobody compared.
                (key, value) if is_well_formed(key, value) => seen.whole.push(value),
                _ => {}
            }
        }
    }
    seen
}
