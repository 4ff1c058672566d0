//! Finds the parts of a document that the generator cannot handle.
//!
//! It has no list of unsupported constructs. Components are converted in the order of their
//! references, so that a failing one never fails because of another; operations are tried one by
//! one, with small objects instead of the components they refer to.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    document::{at, at_mut, child, members, operations, reference, unescaped},
    schema,
};

/// The reason why a document cannot be generated; nothing if it can.
pub(crate) type Attempt<'a> = dyn Fn(&Value) -> Option<String> + 'a;

/// The smallest part that fails, with the reason.
#[derive(Clone, Debug)]
pub(crate) struct Culprit {
    pub(crate) pointer: String,
    pub(crate) reason: String,
}

/// A media type that stops the generator after the conversion of all components.
const STOP: &str = "application/x-stop";

/// The reason why a document without operations and components fails.
pub(crate) fn frame(document: &Value, attempt: &Attempt<'_>) -> Option<String> {
    attempt(&subset(document, Map::new(), Map::new()))
}

/// The first component that fails although all components it refers to are converted: its pointer,
/// and the reason.
///
/// `converted` contains the components known to be convertible; it grows by those found to be so.
pub(crate) fn component(
    document: &Value,
    converted: &mut BTreeSet<String>,
    attempt: &Attempt<'_>,
) -> Option<Culprit> {
    let groups: Vec<_> = schema::dependencies(document)
        .into_iter()
        .filter(|group| group.iter().any(|pointer| !converted.contains(pointer)))
        .collect();
    let converts = |groups: &[Vec<String>]| {
        conversion(
            document,
            &closure(document, groups.iter().flatten()),
            attempt,
        )
    };
    let mut reason = converts(&groups)?;
    // The first `passing` groups convert, the first `failing` do not.
    let (mut passing, mut failing) = (0, groups.len());
    while failing - passing > 1 {
        let middle = passing + (failing - passing) / 2;
        match converts(&groups[passing..middle]) {
            Some(other) => (failing, reason) = (middle, other),
            None => passing = middle,
        }
    }
    converted.extend(groups[..passing].iter().flatten().cloned());
    let pointer = in_cycle(document, &groups[passing], attempt);
    Some(Culprit { pointer, reason })
}

/// The component of a cycle of references without which the others convert.
fn in_cycle(document: &Value, group: &[String], attempt: &Attempt<'_>) -> String {
    let is_culprit = |pointer: &&String| {
        let mut document = document.clone();
        if let Some(schema) = at_mut(&mut document, pointer) {
            *schema = json!({});
        }
        conversion(&document, &closure(&document, group), attempt).is_none()
    };
    let culprit = match group {
        [one] => Some(one),
        _ => group.iter().find(is_culprit),
    };
    culprit.or(group.first()).cloned().unwrap_or_default()
}

/// The innermost schema at or below the failing schema at `pointer` that fails on its own.
pub(crate) fn innermost(document: &Value, culprit: Culprit, attempt: &Attempt<'_>) -> Culprit {
    let below = schema::children(document, &culprit.pointer)
        .into_iter()
        .find_map(|pointer| {
            let reason = alone(document, &pointer, attempt)?;
            Some(Culprit { pointer, reason })
        });
    match below {
        Some(below) => innermost(document, below, attempt),
        None => culprit,
    }
}

/// Returns the reason why the schema at `pointer` cannot be converted as a separate component;
/// nothing if it is a reference, since the culprit is then elsewhere.
pub(crate) fn alone(document: &Value, pointer: &str, attempt: &Attempt<'_>) -> Option<String> {
    const NAME: &str = "PartThatIsTriedAlone";
    let schema = at(document, pointer).filter(|schema| reference(schema).is_none())?;
    let mut schemas = closure(document, std::iter::once(&pointer.to_owned()));
    schemas.retain(|name, _| at(document, &format!("#/components/schemas/{name}")).is_some());
    let owner = schema::component(pointer);
    if owner != pointer
        && let Some(owner) = schema::component_name(&owner).and_then(|name| schemas.get_mut(&name))
    {
        // The schema around this one fails too, and must not be what makes this one fail.
        *owner = json!({});
    }
    schemas.insert(NAME.to_owned(), schema.clone());
    let reason = conversion(document, &schemas, attempt)?;
    Some(reason.replace(NAME, "the schema"))
}

/// Returns the reason why the components cannot be converted.
fn conversion(
    document: &Value,
    schemas: &Map<String, Value>,
    attempt: &Attempt<'_>,
) -> Option<String> {
    let operation = json!({
        "operationId": "stop",
        "requestBody": {"content": {STOP: {"schema": {}}}},
        "responses": {},
    });
    let paths = Map::from_iter([("/".to_owned(), json!({ "post": operation }))]);
    let schemas = ("schemas".to_owned(), Value::Object(schemas.clone()));
    attempt(&subset(document, paths, Map::from_iter([schemas])))
        .filter(|reason| !reason.contains(STOP))
}

/// Components other than schemas that are not of their form.
pub(crate) fn malformed(document: &Value, attempt: &Attempt<'_>) -> Vec<Culprit> {
    let mut culprits = Vec::new();
    for (kind, pointer, value) in members(document, "#/components") {
        let Some(components) = value.as_object().filter(|_| kind != "schemas") else {
            continue;
        };
        let fails = |components: Map<String, Value>| {
            let kind = (kind.to_owned(), Value::Object(components));
            attempt(&subset(document, Map::new(), Map::from_iter([kind])))
        };
        if fails(components.clone()).is_none() {
            continue;
        }
        for (name, value) in components {
            if let Some(reason) = fails(Map::from_iter([(name.clone(), value.clone())])) {
                let pointer = child(&pointer, name);
                culprits.push(Culprit { pointer, reason });
            }
        }
    }
    culprits
}

/// The operations that fail with everything they refer to.
pub(crate) fn failing_operations(document: &Value, attempt: &Attempt<'_>) -> Vec<Culprit> {
    let pointers = operations(document)
        .into_iter()
        .map(|operation| operation.pointer);
    pointers
        .filter_map(|pointer| {
            let with_stubs = with(document, std::slice::from_ref(&pointer), &stub);
            attempt(&with_stubs)?;
            let reason = attempt(&with(
                document,
                std::slice::from_ref(&pointer),
                &|_, schema| schema.clone(),
            ))?;
            Some(Culprit { pointer, reason })
        })
        .collect()
}

/// The first operation with which the operations before it, each generated on its own, fail
/// together.
pub(crate) fn together(document: &Value, attempt: &Attempt<'_>) -> Option<Culprit> {
    let pointers: Vec<_> = operations(document)
        .into_iter()
        .map(|operation| operation.pointer)
        .collect();
    let fails = |count: usize| {
        attempt(&with(document, &pointers[..count], &|_, schema| {
            schema.clone()
        }))
    };
    let mut reason = fails(pointers.len())?;
    let (mut passing, mut failing) = (0, pointers.len());
    while failing - passing > 1 {
        let middle = passing + (failing - passing) / 2;
        match fails(middle) {
            Some(other) => (failing, reason) = (middle, other),
            None => passing = middle,
        }
    }
    let pointer = pointers.get(passing)?.clone();
    Some(Culprit { pointer, reason })
}

/// The response, body, parameter, or list of them, that fails without the rest of its operation.
pub(crate) fn in_operation(document: &Value, culprit: Culprit, attempt: &Attempt<'_>) -> Culprit {
    part_of_operation(document, &culprit.pointer, attempt).unwrap_or(culprit)
}

fn part_of_operation(document: &Value, operation: &str, attempt: &Attempt<'_>) -> Option<Culprit> {
    let whole = with(document, &[operation.to_owned()], &|_, schema| {
        schema.clone()
    });
    let with = |key: &str, value: Value| {
        let mut document = whole.clone();
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
            return Some(in_content(document, Culprit { pointer, reason }, attempt));
        }
    }
    let parameters = child(operation, "parameters");
    let list = at(document, &parameters).and_then(Value::as_array);
    for (index, parameter) in list.into_iter().flatten().enumerate() {
        if let Some(reason) = with("parameters", json!([parameter])) {
            let pointer = child(&parameters, &index.to_string());
            return Some(Culprit { pointer, reason });
        }
    }
    ["requestBody", "responses", "parameters"]
        .into_iter()
        .find_map(|key| {
            let pointer = child(operation, key);
            let reason = with(key, at(document, &pointer)?.clone())?;
            Some(in_content(document, Culprit { pointer, reason }, attempt))
        })
}

/// The inline schema of a body or response that fails on its own.
fn in_content(document: &Value, owner: Culprit, attempt: &Attempt<'_>) -> Culprit {
    for (_, pointer, _) in members(document, &child(&owner.pointer, "content")) {
        let pointer = child(&pointer, "schema");
        if let Some(reason) = alone(document, &pointer, attempt) {
            return innermost(document, Culprit { pointer, reason }, attempt);
        }
    }
    owner
}

/// The components that the schemas or components at `pointers` refer to, directly or not, and those
/// among them.
fn closure<'p>(
    document: &Value,
    pointers: impl IntoIterator<Item = &'p String>,
) -> Map<String, Value> {
    let mut schemas = Map::new();
    let mut open: Vec<_> = pointers.into_iter().cloned().collect();
    while let Some(pointer) = open.pop() {
        let Some(value) = at(document, &pointer) else {
            continue;
        };
        if let Some(name) = schema::component_name(&pointer)
            && schemas.insert(name, value.clone()).is_some()
        {
            continue;
        }
        schema::references(value, &mut |target| open.push(schema::component(target)));
    }
    schemas
}

/// The document with no operations but these, and with the components that they refer to, directly
/// or not. `convert` gives the schema that stands for a component.
fn with(document: &Value, kept: &[String], convert: &dyn Fn(&str, &Value) -> Value) -> Value {
    let mut paths = Map::new();
    for operation in operations(document) {
        if !kept.contains(&operation.pointer) {
            continue;
        }
        let item = paths.entry(operation.path.to_owned()).or_insert_with(|| {
            let parameters = at(
                document,
                &child(&child("#/paths", operation.path), "parameters"),
            );
            parameters.map_or_else(|| json!({}), |list| json!({ "parameters": list }))
        });
        if let Some(item) = item.as_object_mut() {
            item.insert(operation.method.to_owned(), operation.value.clone());
        }
    }
    let mut open = Vec::new();
    paths.values().for_each(|item| {
        schema::references(item, &mut |target| open.push(schema::component(target)))
    });
    let mut kinds = Map::new();
    while let Some(pointer) = open.pop() {
        let mut tokens = pointer.split('/').skip(2);
        let (Some(kind), Some(value)) = (tokens.next(), at(document, &pointer)) else {
            continue;
        };
        let name = unescaped(tokens.next().unwrap_or_default());
        let components = kinds.entry(kind.to_owned()).or_insert_with(|| json!({}));
        if components.get(&name).is_some() {
            continue;
        }
        let value = match kind {
            "schemas" => convert(&name, value),
            _ => value.clone(),
        };
        schema::references(&value, &mut |target| open.push(schema::component(target)));
        components[name] = value;
    }
    subset(document, paths, kinds)
}

/// A small object instead of an object component. The generator treats both alike in an operation.
fn stub(name: &str, schema: &Value) -> Value {
    let is_object = schema.get("properties").is_some() || schema.get("allOf").is_some();
    match is_object && schema.get("type").is_none_or(|ty| ty == "object") {
        true => {
            json!({"type": "object", "required": [name], "properties": {name: {"type": "string"}}})
        }
        false => schema.clone(),
    }
}

fn subset(document: &Value, paths: Map<String, Value>, components: Map<String, Value>) -> Value {
    let mut subset = Map::new();
    for key in ["openapi", "info"] {
        let value = document.get(key).cloned();
        subset.extend(value.map(|value| (key.to_owned(), value)));
    }
    subset.insert("paths".to_owned(), Value::Object(paths));
    subset.insert("components".to_owned(), Value::Object(components));
    Value::Object(subset)
}
