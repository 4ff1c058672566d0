use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{at, child, members, operations, reference, resolve};

/// Pointers of every schema of the document, whatever it is for.
pub(crate) fn all(document: &Value) -> BTreeSet<String> {
    let mut starts = Vec::new();
    roots(document, "#", &mut starts);
    reach(document, starts)
}

/// Pointers of every schema that a request body can hold.
pub(crate) fn in_requests(document: &Value) -> BTreeSet<String> {
    let mut starts = Vec::new();
    for operation in operations(document) {
        let body = resolve(document, &child(&operation.pointer, "requestBody"));
        for (_, media_type, _) in members(document, &child(&body, "content")) {
            starts.push(child(&media_type, "schema"));
        }
    }
    reach(document, starts)
}

/// Where schemas start: in components, and wherever a `schema` stands outside of an example.
fn roots(document: &Value, pointer: &str, starts: &mut Vec<String>) {
    if pointer == "#/components/schemas" {
        starts.extend(
            members(document, pointer)
                .into_iter()
                .map(|(_, pointer, _)| pointer),
        );
        return;
    }
    for (key, pointer, value) in members(document, pointer) {
        match key {
            "schema" => starts.push(pointer),
            "example" | "examples" => {}
            _ if value.is_array() => {
                let count = value.as_array().map_or(0, Vec::len);
                (0..count).for_each(|index| {
                    roots(document, &child(&pointer, &index.to_string()), starts)
                });
            }
            _ => roots(document, &pointer, starts),
        }
    }
}

fn reach(document: &Value, mut open: Vec<String>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    while let Some(pointer) = open.pop() {
        let Some(schema) = at(document, &pointer).filter(|value| value.is_object()) else {
            continue;
        };
        if !seen.insert(pointer.clone()) {
            continue;
        }
        match reference(schema) {
            Some(target) => open.push(target.to_owned()),
            None => open.extend(children(document, &pointer)),
        }
    }
    seen
}

/// The schemas directly inside the schema at `pointer`.
pub(crate) fn children(document: &Value, pointer: &str) -> Vec<String> {
    let mut children = vec![];
    for keyword in ["items", "additionalProperties", "not"] {
        children.push(child(pointer, keyword));
    }
    children.extend(
        members(document, &child(pointer, "properties"))
            .into_iter()
            .map(|(_, pointer, _)| pointer),
    );
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let list = child(pointer, keyword);
        let count = at(document, &list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        children.extend((0..count).map(|index| child(&list, &index.to_string())));
    }
    children.retain(|pointer| at(document, pointer).is_some_and(Value::is_object));
    children
}
