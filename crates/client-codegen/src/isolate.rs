use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    document::{at, at_mut, child, members, operations, reference},
    schema,
};

/// Says why a document cannot be generated, or nothing if it can.
pub(crate) type Attempt<'a> = dyn Fn(&Value) -> Option<String> + 'a;

/// The pointer of the smallest part that fails on its own, and why it does.
///
/// It knows nothing of what a generator may stumble over: it takes the document apart (components and operations, then
/// their responses, bodies, parameters and schemas) and tries each part with what it refers to.
pub(crate) fn isolate(document: &Value, attempt: &Attempt<'_>) -> (String, String) {
    let skeleton = subset(document, &BTreeSet::new());
    if let Some(reason) = attempt(&skeleton) {
        return ("#".to_owned(), reason);
    }
    let mut failing: Vec<_> = parts(document)
        .into_iter()
        .filter_map(|part| {
            let needed = closure(document, &part);
            let reason = attempt(&subset(document, &needed))?;
            Some((needed.len(), part, reason))
        })
        .collect();
    // What needs least has no other culprit below it.
    failing.sort_by_key(|(size, ..)| *size);
    match failing.into_iter().next() {
        Some((_, part, reason)) => descend(document, part, reason, attempt),
        None => together(document, attempt),
    }
}

/// Operations and components, by pointer.
fn parts(document: &Value) -> Vec<String> {
    let kinds = members(document, "#/components");
    let components = kinds
        .iter()
        .flat_map(|(_, kind, _)| members(document, kind));
    let components = components.map(|(_, pointer, _)| pointer);
    components
        .chain(
            operations(document)
                .into_iter()
                .map(|operation| operation.pointer),
        )
        .collect()
}

/// The part at which the parts, each fine on its own, stop to be fine together.
fn together(document: &Value, attempt: &Attempt<'_>) -> (String, String) {
    let mut kept = BTreeSet::new();
    for part in parts(document) {
        kept.extend(closure(document, &part));
        if let Some(reason) = attempt(&subset(document, &kept)) {
            return (part, reason);
        }
    }
    let reason = attempt(document).unwrap_or_else(|| "fails only as a whole".to_owned());
    ("#".to_owned(), reason)
}

fn descend(
    document: &Value,
    part: String,
    reason: String,
    attempt: &Attempt<'_>,
) -> (String, String) {
    let smaller = match part.split('/').nth(1) {
        Some("paths") => in_operation(document, &part, attempt),
        _ if part.starts_with("#/components/schemas/") => in_schema(document, &part, attempt),
        _ => None,
    };
    smaller.unwrap_or((part, reason))
}

/// The response, body, parameter, or list of them, that fails without the rest of its operation.
fn in_operation(
    document: &Value,
    operation: &str,
    attempt: &Attempt<'_>,
) -> Option<(String, String)> {
    let with = |key: &str, value: Value| {
        let mut document = subset(document, &closure(document, operation));
        let id = at(&document, &child(operation, "operationId")).cloned();
        let mut bare = Map::from_iter([("responses".to_owned(), json!({}))]);
        bare.extend(id.map(|id| ("operationId".to_owned(), id)));
        if !key.is_empty() {
            bare.insert(key.to_owned(), value);
        }
        *at_mut(&mut document, operation)? = Value::Object(bare);
        attempt(&document)
    };
    if with("", Value::Null).is_some() {
        return None;
    }
    for (code, pointer, response) in members(document, &child(operation, "responses")) {
        if let Some(reason) = with("responses", json!({ code: response })) {
            return Some(in_content(document, &pointer, attempt).unwrap_or((pointer, reason)));
        }
    }
    let parameters = child(operation, "parameters");
    let list = at(document, &parameters)
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    for (index, parameter) in list.iter().enumerate() {
        if let Some(reason) = with("parameters", json!([parameter])) {
            return Some((child(&parameters, &index.to_string()), reason));
        }
    }
    ["requestBody", "responses", "parameters"]
        .into_iter()
        .find_map(|key| {
            let pointer = child(operation, key);
            let reason = with(key, at(document, &pointer)?.clone())?;
            Some(in_content(document, &pointer, attempt).unwrap_or((pointer, reason)))
        })
}

/// The inline schema of a body or response that fails on its own.
fn in_content(document: &Value, owner: &str, attempt: &Attempt<'_>) -> Option<(String, String)> {
    let contents = members(document, &child(owner, "content"));
    contents.into_iter().find_map(|(_, pointer, _)| {
        let pointer = child(&pointer, "schema");
        let reason = attempt(&alone(document, &pointer)?)?;
        Some(in_schema(document, &pointer, attempt).unwrap_or((pointer, reason)))
    })
}

/// The innermost schema below `pointer` that fails on its own.
fn in_schema(document: &Value, pointer: &str, attempt: &Attempt<'_>) -> Option<(String, String)> {
    schema::children(document, pointer)
        .into_iter()
        .find_map(|pointer| {
            let reason = attempt(&alone(document, &pointer)?)?;
            Some(in_schema(document, &pointer, attempt).unwrap_or((pointer, reason)))
        })
}

/// A document whose one component of its own is the schema at `pointer`; nothing if that is a reference, since then
/// the culprit is elsewhere.
fn alone(document: &Value, pointer: &str) -> Option<Value> {
    let schema = at(document, pointer).filter(|schema| reference(schema).is_none())?;
    let mut alone = subset(document, &closure(document, pointer));
    let components = alone
        .as_object_mut()?
        .entry("components")
        .or_insert_with(|| json!({}));
    let schemas = components
        .as_object_mut()?
        .entry("schemas")
        .or_insert_with(|| json!({}));
    schemas
        .as_object_mut()?
        .insert("Part".to_owned(), schema.clone());
    Some(alone)
}

/// The part itself, and every component it refers to, directly or not.
fn closure(document: &Value, part: &str) -> BTreeSet<String> {
    let mut kept = BTreeSet::new();
    let mut open = vec![part.to_owned()];
    while let Some(pointer) = open.pop() {
        let Some(value) = at(document, &pointer) else {
            continue;
        };
        if kept.insert(pointer) {
            references(value, &mut open);
        }
    }
    kept
}

fn references(value: &Value, found: &mut Vec<String>) {
    found.extend(reference(value).map(str::to_owned));
    match value {
        Value::Object(object) => object.values().for_each(|value| references(value, found)),
        Value::Array(items) => items.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

/// The document with no other component or operation than those in `kept`.
fn subset(document: &Value, kept: &BTreeSet<String>) -> Value {
    let mut subset = Map::new();
    for key in ["openapi", "info"] {
        subset.extend(
            document
                .get(key)
                .map(|value| (key.to_owned(), value.clone())),
        );
    }
    let is_kept = |pointer: &str| kept.contains(pointer);
    let mut paths = Map::new();
    for (path, pointer, item) in members(document, "#/paths") {
        let mut item = item.clone();
        let operations = operations(document)
            .into_iter()
            .filter(|operation| operation.path == path);
        let (kept, dropped): (Vec<_>, Vec<_>) =
            operations.partition(|operation| is_kept(&operation.pointer));
        if let Some(item) = item.as_object_mut() {
            dropped
                .iter()
                .for_each(|operation| drop(item.remove(operation.method)));
        }
        if !kept.is_empty() || is_kept(&pointer) {
            paths.insert(path.to_owned(), item);
        }
    }
    subset.insert("paths".to_owned(), Value::Object(paths));
    let mut components = Map::new();
    for (kind, pointer, _) in members(document, "#/components") {
        let kept = members(document, &pointer)
            .into_iter()
            .filter(|(_, pointer, _)| is_kept(pointer));
        let kept: Map<_, _> = kept
            .map(|(name, _, value)| (name.to_owned(), value.clone()))
            .collect();
        components.insert(kind.to_owned(), Value::Object(kept));
    }
    subset.insert("components".to_owned(), Value::Object(components));
    Value::Object(subset)
}
