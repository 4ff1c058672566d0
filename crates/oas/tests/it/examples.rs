//! Examples of every kind of change: pairs of documents that differ by one edit.

use oas::{Document, Severity};
use serde_json::{Map, Value, json};

/// Two documents that differ by one edit.
#[derive(Debug)]
pub(crate) struct Example {
    /// The position of the edit, and its number there: `request-body 3`.
    pub(crate) name: String,
    /// Whether a part of it has no meaning here.
    pub(crate) is_unclassified: bool,
    pub(crate) base: Document,
    pub(crate) revision: Document,
    /// The severity from base to revision.
    pub(crate) there: Severity,
    /// The severity from revision to base.
    pub(crate) back: Severity,
}

/// Every example: the edits of documents and operations, and those of schemas in every position of
/// a schema.
pub(crate) fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    read(
        include_str!("../diff_examples/document.yaml"),
        |number, entry| {
            let whole = |fragment: &Value| merged(document(json!({})), fragment);
            let levels = levels(entry, "levels");
            examples.extend(example(&format!("document {number}"), entry, whole, levels));
        },
    );
    read(
        include_str!("../diff_examples/operation.yaml"),
        |number, entry| {
            let whole = |fragment: &Value| document(merged(operation(), fragment));
            let levels = levels(entry, "levels");
            examples.extend(example(
                &format!("operation {number}"),
                entry,
                whole,
                levels,
            ));
        },
    );
    read(
        include_str!("../diff_examples/schema.yaml"),
        |number, entry| {
            for (place, direction, whole) in PLACES {
                let whole = |fragment: &Value| whole(fragment.clone());
                let levels = match *direction {
                    "" => Some((Severity::Info, Severity::Info)),
                    direction => levels(entry, direction),
                };
                let levels = expected(place, entry).or(levels);
                examples.extend(example(&format!("{place} {number}"), entry, whole, levels));
            }
        },
    );
    examples
}

/// The severities of a position that differ from those of its direction.
fn expected(place: &str, entry: &Value) -> Option<(Severity, Severity)> {
    let has_default = |side| {
        let schema: Option<&Value> = entry.get(side);
        schema.is_some_and(|schema| schema.get("default").is_some())
    };
    match place {
        // The default applies to a parameter that is omitted.
        "request-parameter" if has_default("base") && has_default("revision") => {
            Some((Severity::Error, Severity::Error))
        }
        "request-parameter" | "request-parameter-property" => levels(entry, "parameter"),
        "response-header" | "response-header-property" => levels(entry, "header"),
        _ => None,
    }
}

type Whole = fn(Value) -> Value;

/// The positions of a schema, and the direction of its values there.
const PLACES: &[(&str, &str, Whole)] = &[
    ("request-body", "request", |schema| {
        document(with_request(schema))
    }),
    ("request-property", "request", |schema| {
        document(with_request(property(schema)))
    }),
    ("request-parameter", "request", |schema| {
        document(with_parameter(schema))
    }),
    ("request-parameter-property", "request", |schema| {
        document(with_parameter(property(schema)))
    }),
    ("response-body", "response", |schema| {
        document(with_response(schema))
    }),
    ("response-property", "response", |schema| {
        document(with_response(property(schema)))
    }),
    ("response-header", "response", |schema| {
        document(with_header(schema))
    }),
    ("response-header-property", "response", |schema| {
        document(with_header(property(schema)))
    }),
    ("callback-request-body", "response", |schema| {
        document(with_callback(with_request(schema)))
    }),
    ("callback-response-body", "request", |schema| {
        document(with_callback(with_response(schema)))
    }),
    ("component", "", |schema| {
        merged(
            document(operation()),
            &json!({"components": {"schemas": {"Thing": schema}}}),
        )
    }),
];

fn document(operation: Value) -> Value {
    let paths = match operation.as_object() {
        Some(operation) if !operation.is_empty() => json!({"/things": {"post": operation}}),
        _ => json!({}),
    };
    json!({
        "openapi": "3.0.3",
        "info": {"title": "things", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Color": {"type": "string"}, "Size": {"type": "integer"}}},
    })
}

fn operation() -> Value {
    json!({"responses": {"204": {"description": "done"}}})
}

fn property(schema: Value) -> Value {
    json!({"type": "object", "properties": {"thing": schema}})
}

fn with_request(schema: Value) -> Value {
    let body = json!({"content": {"application/json": {"schema": schema}}});
    merged(operation(), &json!({"requestBody": body}))
}

fn with_parameter(schema: Value) -> Value {
    let parameter = json!({"name": "thing", "in": "query", "schema": schema});
    merged(operation(), &json!({"parameters": [parameter]}))
}

fn with_response(schema: Value) -> Value {
    let content = json!({"application/json": {"schema": schema}});
    json!({"responses": {"200": {"description": "done", "content": content}}})
}

fn with_header(schema: Value) -> Value {
    let headers = json!({"X-Thing": {"schema": schema}});
    json!({"responses": {"204": {"description": "done", "headers": headers}}})
}

fn with_callback(inner: Value) -> Value {
    let inner = merged(operation(), &inner);
    let callbacks = json!({"painted": {"{$request.body#/url}": {"post": inner}}});
    merged(operation(), &json!({"callbacks": callbacks}))
}

/// The first with the members of the second; components are merged.
fn merged(mut value: Value, fragment: &Value) -> Value {
    if let (Value::Object(members), Value::Object(fragment)) = (&mut value, fragment) {
        for (key, member) in fragment {
            let joined = match members.get(key) {
                Some(old) if key == "components" || key == "schemas" => merged(old.clone(), member),
                _ => member.clone(),
            };
            members.insert(key.clone(), joined);
        }
    }
    value
}

fn levels(entry: &Value, key: &str) -> Option<(Severity, Severity)> {
    let level = |index| entry.get(key)?.get(index)?.as_str()?.parse().ok();
    Some((level(0)?, level(1)?))
}

fn example(
    name: &str,
    entry: &Value,
    whole: impl Fn(&Value) -> Value,
    levels: Option<(Severity, Severity)>,
) -> Option<Example> {
    let (there, back) = levels?;
    let side = |key: &str| {
        entry
            .get(key)
            .cloned()
            .unwrap_or_else(|| Value::Object(Map::new()))
    };
    let load = |key: &str| Document::parse(key, whole(&side(key)).to_string()).ok();
    Some(Example {
        name: name.to_owned(),
        is_unclassified: entry.get("unclassified").is_some(),
        base: load("base")?,
        revision: load("revision")?,
        there,
        back,
    })
}

/// Passes the entries of a YAML list, numbered from 1.
fn read(text: &str, mut entry: impl FnMut(usize, &Value)) {
    let document = Document::parse("examples", text).expect("the examples are YAML");
    let entries = document.root().as_array().into_iter().flatten();
    entries
        .enumerate()
        .for_each(|(index, value)| entry(index + 1, value));
}
