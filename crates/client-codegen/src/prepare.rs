use serde_json::Value;

use crate::{
    document::{at, at_mut, members},
    markdown, schema,
};

/// Brackets around the pointer of a property in its description: private characters, which no document has a use for.
const MARK: (char, char) = ('\u{E000}', '\u{E001}');

/// The document as the generator is to see it.
pub(crate) struct Prepared {
    pub(crate) document: Value,
    /// Pointers of the properties whose description carries a mark: optional, nullable, and sent by the client.
    pub(crate) marked: Vec<String>,
}

/// Takes out what the generator would misread, and puts marks where its output will have to be mended.
///
/// A description is the one thing that reaches the generated field unchanged, whatever the type is made of; so a mark
/// travels in it.
pub(crate) fn prepare(mut document: Value) -> Prepared {
    let marked = nullable_in_requests(&document);
    for pointer in schema::all(&document) {
        // The generator would make the property mandatory and send the default, which the service knows best.
        if let Some(schema) = at_mut(&mut document, &pointer).and_then(Value::as_object_mut) {
            schema.remove("default");
        }
    }
    harmless_descriptions(&mut document);
    for pointer in &marked {
        let schema = at_mut(&mut document, pointer).and_then(Value::as_object_mut);
        if let Some(schema) = schema {
            let text = schema
                .get("description")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let marked = format!("{text}{}{pointer}{}", MARK.0, MARK.1);
            schema.insert("description".to_owned(), marked.into());
        }
    }
    Prepared { document, marked }
}

/// Splits a description into its own text and the pointer of its mark.
pub(crate) fn split_mark(description: &str) -> Option<(String, &str)> {
    let (before, rest) = description.split_once(MARK.0)?;
    let (pointer, after) = rest.split_once(MARK.1)?;
    Some((format!("{before}{after}"), pointer))
}

fn nullable_in_requests(document: &Value) -> Vec<String> {
    let mut pointers = Vec::new();
    for pointer in schema::in_requests(document) {
        let required = at(document, &pointer).and_then(|schema| schema.get("required")?.as_array());
        for (name, pointer, property) in members(document, &format!("{pointer}/properties")) {
            let is_required =
                required.is_some_and(|names| names.iter().any(|required| required == name));
            let is_nullable = property.get("nullable") == Some(&Value::Bool(true));
            if is_nullable && !is_required {
                pointers.push(pointer);
            }
        }
    }
    pointers
}

fn harmless_descriptions(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if key == "description" || key == "summary" => {
                        *text = markdown::harmless(text)
                    }
                    _ => harmless_descriptions(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(harmless_descriptions),
        _ => {}
    }
}
