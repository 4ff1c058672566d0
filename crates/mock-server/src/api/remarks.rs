//! What the server does not do with a document, found when it starts.

use oas::{Document, Pointer};
use serde_json::Value;

use super::note::Note;

/// References that do not resolve, and features that are not supported.
pub(crate) fn remarks(document: &Document) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut open = vec![(Pointer::root(), document.root())];
    while let Some((at, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                    notes.extend(reference_note(document, &at, reference));
                }
                for (key, value) in members.iter().rev() {
                    let is_data = ["example", "default", "enum", "value"].contains(&key.as_str())
                        || key.starts_with("x-");
                    if is_data || !(value.is_object() || value.is_array()) {
                        continue;
                    }
                    open.push((at.join(key), value));
                }
                if members.get("externalValue").is_some_and(Value::is_string) {
                    let at = at.join("externalValue");
                    let message =
                        "external example is not read: examples are served from the document";
                    notes.push(Note::example(document, &at, message));
                }
                let is_operation = members.get("responses").is_some_and(Value::is_object);
                if is_operation && members.get("callbacks").is_some_and(Value::is_object) {
                    let message = "callbacks are not sent";
                    notes.push(Note::new(document, &at.join("callbacks"), message));
                }
            }
            Value::Array(items) => {
                let items = items.iter().enumerate().rev();
                let items = items.filter(|(_, value)| value.is_object() || value.is_array());
                open.extend(items.map(|(index, value)| (at.index(index), value)));
            }
            _ => {}
        }
    }
    notes
}

fn reference_note(document: &Document, at: &Pointer, reference: &str) -> Option<Note> {
    let at = at.join("$ref");
    if !reference.starts_with('#') {
        let message =
            format!("external reference `{reference}` is not read: any value is accepted there");
        return Some(Note::new(document, &at, message));
    }
    let target = Pointer::from_reference(reference).and_then(|target| document.get(&target));
    if target.is_some() {
        return None;
    }
    let message =
        format!("unresolved reference: `{reference}` does not exist; any value is accepted there");
    Some(Note::new(document, &at, message))
}
