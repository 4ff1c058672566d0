//! Notes about unsupported parts of a document.

use oas::{Document, Pointer, Position, lint};
use serde_json::Value;

use super::note::Note;

/// References that do not resolve, and features that are not supported.
pub(crate) fn remarks(document: &Document) -> Vec<Note> {
    let unresolved = lint::unresolved(document).into_iter().map(|diagnostic| {
        let span = match &diagnostic.primary.position {
            Position::Key(pointer) | Position::Value(pointer) => document.span(pointer),
            Position::Span(span) => *span,
        };
        let message = format!("{}; any value is accepted there", diagnostic.message);
        Note::at(document, span, message)
    });
    let mut notes: Vec<_> = unresolved.collect();
    let operations = document.operations();
    let callbacks = operations.filter_map(|operation| operation.node().get("callbacks"));
    notes
        .extend(callbacks.map(|node| Note::new(document, &node.pointer, "callbacks are not sent")));
    external_examples(document, &mut notes);
    notes
}

fn external_examples(document: &Document, notes: &mut Vec<Note>) {
    let mut open = vec![(Pointer::root(), document.root())];
    while let Some((at, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                for (key, value) in members.iter().rev() {
                    let is_data = ["example", "default", "enum", "value"].contains(&key.as_str())
                        || key.starts_with("x-");
                    if !is_data && (value.is_object() || value.is_array()) {
                        open.push((at.join(key), value));
                    }
                }
                if members.get("externalValue").is_some_and(Value::is_string) {
                    let message =
                        "external example is not read: examples are served from the document";
                    notes.push(Note::example(document, &at.join("externalValue"), message));
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
}
