use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    document::{at_mut, child, members, reference},
    markdown, schema,
};

/// Removes keywords that the generator would misread: `null` in enums, defaults, `nullable` of
/// components, Markdown that rustdoc would compile or resolve.
pub(crate) fn prepare(document: &mut Value) {
    nullable_at_its_uses(document);
    for pointer in schema::all(document) {
        if let Some(schema) = at_mut(document, &pointer).and_then(Value::as_object_mut) {
            // The generator would make the property mandatory and send the default.
            schema.remove("default");
            without_null(schema);
            without_duplicates(schema);
        }
    }
    escape_descriptions(document);
    for key in ["title", "termsOfService"] {
        if let Some(Value::String(text)) = at_mut(document, &child("#/info", key)) {
            *text = markdown::escaped(text);
        }
    }
}

/// `nullable` alone states that `null` is accepted; the generator takes a listed one for a value of
/// another type.
fn without_null(schema: &mut Map<String, Value>) {
    let Some(Value::Array(values)) = schema.get_mut("enum") else {
        return;
    };
    let is_listed = values.iter().any(Value::is_null);
    values.retain(|value| !value.is_null());
    if is_listed && values.is_empty() {
        schema.remove("enum");
    }
}

/// The generator makes a variant of each value, also of one that is listed twice.
fn without_duplicates(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        let mut seen = BTreeSet::new();
        values.retain(|value| seen.insert(value.to_string()));
    }
}

/// Moves `nullable` from a component to its uses: the generator would otherwise make a separate
/// type for it, around an `Option`.
fn nullable_at_its_uses(document: &mut Value) {
    let held = |pointer: &String| {
        let mut tokens = pointer.rsplit('/');
        let (last, holder) = (tokens.next(), tokens.next());
        // `responses/200/content/application~1json/schema`
        let is_response = last == Some("schema")
            && tokens.next() == Some("content")
            && tokens.nth(1) == Some("responses");
        matches!(last, Some("items" | "additionalProperties"))
            || holder == Some("properties")
            || is_response
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

fn escape_descriptions(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if key == "description" || key == "summary" => {
                        *text = markdown::escaped(text)
                    }
                    _ => escape_descriptions(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(escape_descriptions),
        _ => {}
    }
}
