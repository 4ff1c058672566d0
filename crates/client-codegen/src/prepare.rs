use serde_json::{Value, json};

use crate::{
    document::{at, at_mut, child, members, reference},
    error::one_line,
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
    nullable_at_its_uses(&mut document);
    let marked = nullable_in_requests(&document);
    for pointer in schema::all(&document) {
        // The generator would make the property mandatory and send the default, which the service knows best.
        if let Some(schema) = at_mut(&mut document, &pointer).and_then(Value::as_object_mut) {
            schema.remove("default");
        }
    }
    harmless_descriptions(&mut document);
    for key in ["title", "termsOfService"] {
        if let Some(Value::String(text)) = at_mut(&mut document, &child("#/info", key)) {
            *text = markdown::harmless(text);
        }
    }
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

/// What the generator said, in one line of bearable length and without marks.
pub(crate) fn plain(reason: &str) -> String {
    const LIMIT: usize = 300;
    let mut text = reason.to_owned();
    while let Some((without, _)) = split_mark(&text) {
        text = without;
    }
    let line = one_line(&text);
    match line.char_indices().nth(LIMIT) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// A component that accepts `null` becomes one that does not, and whatever holds it says `nullable` itself: the generator
/// would otherwise make a type of its own for it, around an `Option`.
fn nullable_at_its_uses(document: &mut Value) {
    let held = |pointer: &String| {
        let mut tokens = pointer.rsplit('/');
        let (last, holder) = (tokens.next(), tokens.next());
        matches!(last, Some("items" | "additionalProperties")) || holder == Some("properties")
    };
    let nullable: Vec<_> = schema::all(document)
        .into_iter()
        .filter(|at| schema::is_nullable(document, at))
        .collect();
    for pointer in nullable {
        let is_component = members(document, "#/components/schemas")
            .iter()
            .any(|(_, at, _)| *at == pointer);
        let Some(schema) = at_mut(document, &pointer).filter(|_| is_component || held(&pointer))
        else {
            continue;
        };
        if reference(schema).is_some() && !is_component {
            *schema = json!({ "allOf": [schema.take()] });
        }
        if let Some(schema) = schema.as_object_mut() {
            match is_component {
                true => schema.remove("nullable"),
                false => schema.insert("nullable".to_owned(), true.into()),
            };
        }
    }
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
