//! Inheritance by discriminator: a value of a child is kept where its parent is expected.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{
    document::{at, at_mut, child, members, reference},
    schema,
};

/// Lets every parent keep unknown properties. Children are made of a copy of the original parent.
pub(super) fn lower(document: &mut Value) {
    let parents: BTreeMap<_, _> = members(document, "#/components/schemas")
        .into_iter()
        .filter(|(_, pointer, _)| is_parent(document, pointer))
        .map(|(_, pointer, schema)| (pointer, schema.clone()))
        .collect();
    if parents.is_empty() {
        return;
    }
    for (_, pointer, schema) in members(&document.clone(), "#/components/schemas") {
        let mut schema = schema.clone();
        with_copies(
            &mut schema,
            &parents,
            &mut BTreeSet::from([pointer.clone()]),
        );
        if parents.contains_key(&pointer) {
            let is_open = schema
                .get("additionalProperties")
                .is_none_or(|value| value == true);
            match schema.as_object_mut() {
                Some(object) if is_open && object.contains_key("properties") => {
                    object.insert("additionalProperties".to_owned(), json!({}));
                }
                Some(object) if is_open => {
                    if let Some(Value::Array(all)) = object.get_mut("allOf") {
                        all.push(json!({"type": "object", "additionalProperties": {}}));
                    }
                }
                _ => {}
            }
            if let Some(object) = schema.as_object_mut() {
                object.remove("discriminator");
            }
        }
        if let Some(place) = at_mut(document, &pointer) {
            *place = schema;
        }
    }
}

/// Whether a component has children, and a discriminator that distinguishes them, declared or
/// inherited.
fn is_parent(document: &Value, pointer: &str) -> bool {
    let flat = schema::flat(document, pointer);
    let has_discriminator = flat.choices.is_empty()
        && flat
            .members
            .iter()
            .any(|member| at(document, &child(member, "discriminator")).is_some());
    has_discriminator
        && members(document, "#/components/schemas")
            .into_iter()
            .any(|(_, other, _)| {
                schema::items(document, &child(&other, "allOf"))
                    .iter()
                    .any(|part| at(document, part).and_then(reference) == Some(pointer))
            })
}

/// Replaces references to parents in `allOf` by copies.
fn with_copies(
    schema: &mut Value,
    parents: &BTreeMap<String, Value>,
    copied: &mut BTreeSet<String>,
) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Array(all)) = object.get_mut("allOf")
                && (all.len() > 1 || object.contains_key("properties"))
            {
                let Some(Value::Array(all)) = object.get_mut("allOf") else {
                    return;
                };
                for part in all {
                    let Some(target) = reference(part).map(str::to_owned) else {
                        continue;
                    };
                    let Some(parent) = parents.get(&target) else {
                        continue;
                    };
                    if copied.insert(target.clone()) {
                        let mut copy = parent.clone();
                        with_copies(&mut copy, parents, copied);
                        if let Some(copy) = copy.as_object_mut() {
                            copy.remove("discriminator");
                        }
                        *part = copy;
                        copied.remove(&target);
                    }
                }
            }
            for value in object.values_mut() {
                with_copies(value, parents, copied);
            }
        }
        Value::Array(items) => {
            for item in items {
                with_copies(item, parents, copied);
            }
        }
        _ => {}
    }
}
