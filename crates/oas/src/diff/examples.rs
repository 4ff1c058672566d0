use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::finding::{Options, diff};
use crate::report::RuleInfo;
use crate::{Document, Severity};

/// Two documents that differ by one edit.
#[derive(Debug)]
pub struct Example {
    /// Where the edit is met, and its number there: `request-body 3`.
    pub name: String,
    /// Why it is judged as it is.
    pub why: String,
    /// The base.
    pub base: Document,
    /// The revision.
    pub revision: Document,
    /// What it means from base to revision.
    pub there: Severity,
    /// What it means from revision to base.
    pub back: Severity,
    /// What differs, as JSON.
    shown: (String, String),
}

/// A kind of change, explained by an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The id of the kind.
    pub id: String,
    /// The gravest that it can mean.
    pub severity: Severity,
    /// Why.
    pub why: String,
    /// What stood in the base, as JSON.
    pub base: String,
    /// What stands in the revision, as JSON.
    pub revision: String,
}

impl Explanation {
    /// The explanation, for formats that carry it along.
    pub fn info(&self) -> RuleInfo<'_> {
        RuleInfo {
            id: &self.id,
            summary: &self.why,
            documentation: &self.why,
            severity: self.severity,
            page: None,
        }
    }
}

/// The date for which the examples are judged. Their sunsets are in another millennium.
fn options() -> Options {
    Options::new(NaiveDate::default()).without_witnesses()
}

/// Every kind of change, sorted by id. The explanations are read off the examples, so that each of
/// them is a test.
pub fn explanations() -> Vec<Explanation> {
    let mut known: BTreeMap<String, Explanation> = BTreeMap::new();
    for example in examples() {
        let sides = [&example.base, &example.revision];
        let shown = [&example.shown.0, &example.shown.1];
        for (base, revision) in [(0, 1), (1, 0)] {
            for finding in diff(sides[base], sides[revision], &options()) {
                let graver = |known: &Explanation| known.severity < finding.severity;
                if known.get(&finding.id).is_none_or(graver) {
                    let explanation = Explanation {
                        id: finding.id.clone(),
                        severity: finding.severity,
                        why: example.why.clone(),
                        base: shown[base].clone(),
                        revision: shown[revision].clone(),
                    };
                    known.insert(finding.id, explanation);
                }
            }
        }
    }
    known.into_values().collect()
}

/// Every example: the edits of documents and operations, and those of schemas in every place where
/// a schema can stand.
pub fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    read(include_str!("examples/document.yaml"), |number, entry| {
        let whole = |fragment: &Value| merged(document(json!({})), fragment);
        let levels = levels(entry, "levels");
        examples.extend(example(&format!("document {number}"), entry, whole, levels));
    });
    read(include_str!("examples/operation.yaml"), |number, entry| {
        let whole = |fragment: &Value| document(merged(operation(), fragment));
        let levels = levels(entry, "levels");
        examples.extend(example(
            &format!("operation {number}"),
            entry,
            whole,
            levels,
        ));
    });
    read(include_str!("examples/schema.yaml"), |number, entry| {
        for (place, direction, whole) in PLACES {
            let whole = |fragment: &Value| whole(fragment.clone());
            let levels = match *direction {
                "" => Some((Severity::Info, Severity::Info)),
                direction => levels(entry, direction),
            };
            let levels = expected(place, entry).or(levels);
            examples.extend(example(&format!("{place} {number}"), entry, whole, levels));
        }
    });
    examples
}

/// Where the judgement of a place differs from that of its direction.
fn expected(place: &str, entry: &Value) -> Option<(Severity, Severity)> {
    let has_default = |side| {
        let schema: Option<&Value> = entry.get(side);
        schema.is_some_and(|schema| schema.get("default").is_some())
    };
    match place {
        // A parameter that is left out has its default, and then another.
        "request-parameter" if has_default("base") && has_default("revision") => {
            Some((Severity::Error, Severity::Error))
        }
        // What is written as plain text is a string, whatever else it is.
        "request-parameter" | "request-parameter-property" if entry.get("plain").is_some() => {
            Some((Severity::Error, Severity::Info))
        }
        "response-header" | "response-header-property" if entry.get("plain").is_some() => {
            Some((Severity::Info, Severity::Error))
        }
        _ => None,
    }
}

type Whole = fn(Value) -> Value;

/// Where a schema can stand, and which way its values travel there.
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
        "components": {"schemas": {"Color": {"type": "string"}}},
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

/// The first with the members of the second in place of its own; components are joined.
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
        why: entry
            .get("why")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        base: load("base")?,
        revision: load("revision")?,
        there,
        back,
        shown: (side("base").to_string(), side("revision").to_string()),
    })
}

/// Hands over the entries of a list in YAML, numbered from 1.
fn read(text: &str, mut entry: impl FnMut(usize, &Value)) {
    // The texts are part of this crate, and a test reads each of them.
    let Ok(document) = Document::parse("examples", text) else {
        return;
    };
    let entries = document.root().as_array().into_iter().flatten();
    entries
        .enumerate()
        .for_each(|(index, value)| entry(index + 1, value));
}
