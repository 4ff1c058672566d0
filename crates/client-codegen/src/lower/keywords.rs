//! Keywords of a schema that the generator does not accept, or that make it reject values.

use serde_json::{Map, Value};

use crate::{
    document::{at, at_mut, child, members, resolve},
    note::Note,
    schema,
};

/// The longest array of fixed length that serde implements its traits for.
const MAX_FIXED_LENGTH: u64 = 32;

/// Removes keywords that only constrain values, where the generator fails because of them.
pub(super) fn lower(document: &mut Value, notes: &mut Vec<Note>) {
    for pointer in schema::all(document) {
        let Some(schema) = at_mut(document, &pointer).and_then(Value::as_object_mut) else {
            continue;
        };
        let ty = schema.get("type").and_then(Value::as_str);
        // Formats are defined for strings and numbers only (OpenAPI 3.0.3, section 4.4).
        if !matches!(ty, Some("string" | "number" | "integer")) {
            schema.remove("format");
        }
        for (exclusive, bound) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            if !schema.contains_key(bound) {
                schema.remove(exclusive);
            }
        }
        let length = schema.get("maxItems").and_then(Value::as_u64);
        if length.is_some_and(|length| length > MAX_FIXED_LENGTH) {
            schema.remove("maxItems");
        }
        if schema.remove("not").is_some() {
            notes.push(Note::lowered(
                child(&pointer, "not"),
                "`not` is not enforced",
            ));
        }
        without_required_groups(schema);
    }
}

/// Removes alternatives that only name required properties: an instance can satisfy several of
/// them.
fn without_required_groups(schema: &mut Map<String, Value>) {
    for keyword in ["anyOf", "oneOf"] {
        let is_group = |alternative: &Value| {
            alternative.as_object().is_some_and(|alternative| {
                alternative.contains_key("required")
                    && alternative.keys().all(|key| {
                        let keys = ["required", "description", "not", "title", "type"];
                        keys.contains(&key.as_str())
                    })
            })
        };
        let alternatives = schema.get(keyword).and_then(Value::as_array);
        let has_groups = alternatives.is_some_and(|alternatives| {
            !alternatives.is_empty() && alternatives.iter().all(is_group)
        });
        if has_groups {
            schema.remove(keyword);
        }
    }
}

/// A response does not contain a `writeOnly` property, so none is required there. The component of
/// a request is the same.
pub(super) fn without_write_only(document: &mut Value, notes: &mut Vec<Note>) {
    for pointer in schema::in_responses(document) {
        let parts = schema::flat(document, &pointer).members;
        let mut write_only = Vec::new();
        for part in &parts {
            for (name, property, _) in members(document, &child(part, "properties")) {
                let target = at(document, &resolve(document, &property));
                if target.and_then(|schema| schema.get("writeOnly")) == Some(&Value::Bool(true)) {
                    write_only.push((name.to_owned(), property));
                }
            }
        }
        for part in &parts {
            let required = at_mut(document, &child(part, "required")).and_then(Value::as_array_mut);
            let Some(required) = required else { continue };
            for (name, property) in &write_only {
                let count = required.len();
                required.retain(|required| required != name);
                if required.len() < count {
                    notes.push(Note::lowered(
                        property,
                        "optional, since a response does not contain a `writeOnly` property",
                    ));
                }
            }
        }
    }
}

/// Notes the properties that a request must contain, although only responses do, where another part
/// of an `allOf` requires them. Lint reports those that one schema declares and requires.
pub(super) fn note_required_read_only(document: &Value, notes: &mut Vec<Note>) {
    for pointer in schema::in_requests(document) {
        let parts = schema::flat(document, &pointer).members;
        let requires = |part: &String, name: &str| {
            let required = at(document, &child(part, "required")).and_then(Value::as_array);
            required.is_some_and(|required| required.iter().any(|required| required == name))
        };
        for part in &parts {
            for (name, property, _) in members(document, &child(part, "properties")) {
                let target = at(document, &resolve(document, &property));
                let is_read_only =
                    target.and_then(|schema| schema.get("readOnly")) == Some(&Value::Bool(true));
                let is_required = parts.iter().any(|part| requires(part, name));
                if is_read_only && is_required && !requires(part, name) {
                    let message = "required in a request, although it is `readOnly`";
                    notes.push(Note::lossy(property, message));
                }
            }
        }
    }
}

/// An integer out of its bounds, or of its format, would cost the whole response.
pub(super) fn without_limits_of_responses(document: &mut Value) {
    for pointer in schema::in_responses(document) {
        let Some(schema) = at_mut(document, &pointer).and_then(Value::as_object_mut) else {
            continue;
        };
        let is_integer = schema.get("type").is_some_and(|ty| ty == "integer");
        if !is_integer || schema.contains_key("enum") {
            continue;
        }
        for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
            schema.remove(keyword);
        }
        let format = schema.get("format").and_then(Value::as_str);
        if format.is_some_and(|format| format.starts_with(['i', 'u']) && format != "uint64") {
            schema.insert("format".to_owned(), "int64".into());
        }
    }
}
