//! `anyOf` of objects: an instance can satisfy several alternatives, of which the generator would
//! keep one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::{
    document::{at, at_mut, child, members, resolve},
    note::Note,
    schema,
};

/// Known facts about an object schema.
#[derive(Clone, Default)]
struct Object {
    properties: BTreeMap<String, Value>,
    required: BTreeSet<String>,
    /// Whether other properties are kept.
    is_open: bool,
}

/// Replaces alternatives that are all objects by one object with the properties of all.
pub(super) fn lower(document: &mut Value, notes: &mut Vec<Note>) {
    // Inner alternatives first, so that an outer one finds objects.
    let pointers: Vec<_> = schema::all(document).into_iter().rev().collect();
    for pointer in pointers {
        let alternatives = schema::items(document, &child(&pointer, "anyOf"));
        if alternatives.len() < 2 || is_distinguished(document, &alternatives) {
            continue;
        }
        let objects: Vec<_> = alternatives
            .iter()
            .map(|alternative| object(document, alternative, 0))
            .collect();
        if objects.iter().any(Option::is_none) {
            untagged(document, &pointer, &objects, notes);
            continue;
        }
        let objects: Vec<_> = objects.into_iter().flatten().collect();
        let merged = merged(&objects);
        let Some(schema) = at_mut(document, &pointer).and_then(Value::as_object_mut) else {
            continue;
        };
        notes.push(Note::lowered(
            child(&pointer, "anyOf"),
            "the alternatives are generated as one object with the properties of all",
        ));
        schema.remove("anyOf");
        schema.remove("discriminator");
        schema.insert("type".to_owned(), json!("object"));
        let own = schema.entry("properties").or_insert_with(|| json!({}));
        if let Some(own) = own.as_object_mut() {
            for (name, property) in merged.properties {
                own.entry(name).or_insert(property);
            }
        }
        if !merged.required.is_empty() {
            let required = schema.entry("required").or_insert_with(|| json!([]));
            if let Some(required) = required.as_array_mut() {
                required.extend(merged.required.into_iter().map(Value::from));
                let mut seen = BTreeSet::new();
                required.retain(|name| seen.insert(name.to_string()));
            }
        }
        if merged.is_open && !schema.contains_key("additionalProperties") {
            schema.insert("additionalProperties".to_owned(), json!({}));
        }
    }
}

/// Replaces alternatives of which some are not objects by the same under `oneOf`, of which
/// the generator makes an enum: it would otherwise make a struct, which cannot contain the others.
/// Several objects become one.
fn untagged(
    document: &mut Value,
    pointer: &str,
    objects: &[Option<Object>],
    notes: &mut Vec<Note>,
) {
    let pointers = schema::items(document, &child(pointer, "anyOf"));
    let has_other = pointers.iter().any(|alternative| {
        let ty =
            at(document, &resolve(document, alternative)).and_then(|schema| schema.get("type"));
        ty.is_some_and(|ty| ty != "object")
    });
    let Some(schema) = at_mut(document, pointer).and_then(Value::as_object_mut) else {
        return;
    };
    if !has_other || schema.contains_key("oneOf") {
        return;
    }
    let Some(Value::Array(mut alternatives)) = schema.remove("anyOf") else {
        return;
    };
    let known: Vec<_> = objects.iter().flatten().cloned().collect();
    if known.len() > 1 {
        notes.push(Note::lowered(
            child(pointer, "anyOf"),
            "the objects among the alternatives are generated as one with the properties of all",
        ));
        let first = objects.iter().position(Option::is_some);
        let mut index = 0;
        alternatives.retain(|_| {
            index += 1;
            objects[index - 1].is_none() || Some(index - 1) == first
        });
        if let Some(alternative) = first.and_then(|first| alternatives.get_mut(first)) {
            *alternative = merged(&known).schema();
        }
    }
    schema.insert("oneOf".to_owned(), Value::Array(alternatives));
}

impl Object {
    fn schema(self) -> Value {
        let mut schema = json!({ "type": "object", "properties": Map::from_iter(self.properties) });
        if !self.required.is_empty() {
            schema["required"] = json!(self.required);
        }
        if self.is_open {
            schema["additionalProperties"] = json!({});
        }
        schema
    }
}

/// All properties of the alternatives, required if they are in each.
fn merged(objects: &[Object]) -> Object {
    let mut merged = objects.first().cloned().unwrap_or_default();
    for object in objects.iter().skip(1) {
        for (name, property) in &object.properties {
            merged
                .properties
                .entry(name.clone())
                .and_modify(|known| {
                    if known != property {
                        *known = json!({});
                    }
                })
                .or_insert_with(|| property.clone());
        }
        merged
            .required
            .retain(|name| object.required.contains(name));
        merged.is_open |= object.is_open;
    }
    merged
}

/// The schema as an object; nothing if it accepts something else, or has alternatives itself.
fn object(document: &Value, pointer: &str, depth: usize) -> Option<Object> {
    const MAX_DEPTH: usize = 32;
    let pointer = resolve(document, pointer);
    let schema = at(document, &pointer)?
        .as_object()
        .filter(|_| depth < MAX_DEPTH)?;
    let ty = schema.get("type").and_then(Value::as_str);
    let is_plain = ["anyOf", "oneOf", "enum", "not", "x-extensible-enum"]
        .iter()
        .all(|keyword| !schema.contains_key(*keyword));
    let is_nullable = schema.get("nullable") == Some(&Value::Bool(true));
    if !matches!(ty, None | Some("object")) || !is_plain || is_nullable {
        return None;
    }
    let parts = schema::items(document, &child(&pointer, "allOf"));
    if ty.is_none() && !schema.contains_key("properties") && parts.is_empty() {
        return None;
    }
    let mut object = Object::default();
    for part in &parts {
        let part = self::object(document, part, depth + 1)?;
        object.properties.extend(part.properties);
        object.required.extend(part.required);
        object.is_open |= part.is_open;
    }
    for (name, _, property) in members(document, &child(&pointer, "properties")) {
        object.properties.insert(name.to_owned(), property.clone());
    }
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.into_iter().flatten().filter_map(Value::as_str);
    object.required.extend(required.map(str::to_owned));
    // An object without any property is a map to the generator, which keeps everything.
    object.is_open |= schema
        .get("additionalProperties")
        .is_some_and(Value::is_object)
        || (object.properties.is_empty() && parts.is_empty());
    Some(object)
}

/// Whether a required property has other values in each alternative.
fn is_distinguished(document: &Value, alternatives: &[String]) -> bool {
    let values = |pointer: &String| -> Option<Map<String, Value>> {
        let object = object(document, pointer, 0)?;
        let constants = object
            .properties
            .into_iter()
            .filter_map(|(name, property)| {
                let property = match crate::document::reference(&property) {
                    Some(target) => at(document, &resolve(document, target))?.clone(),
                    None => property,
                };
                let values = property.get("enum")?.clone();
                object.required.contains(&name).then_some((name, values))
            });
        Some(constants.collect())
    };
    let Some(constants) = alternatives.iter().map(values).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let Some(first) = constants.first() else {
        return false;
    };
    first.keys().any(|name| {
        let mut seen = BTreeSet::new();
        constants.iter().all(|constants| {
            let values = constants.get(name).and_then(Value::as_array);
            values.is_some_and(|values| values.iter().all(|value| seen.insert(value.to_string())))
        })
    })
}
