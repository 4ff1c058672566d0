//! Request bodies: one media type, and one that the generator can send.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::plan::Plan;
use crate::{
    document::{at, at_mut, child, members, operations, remove, resolve},
    note::Note,
    schema,
};

pub(super) fn lower(document: &mut Value, plan: &mut Plan, notes: &mut Vec<Note>) {
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut sent = BTreeMap::new();
    let bodies: Vec<_> = operations(document)
        .into_iter()
        .map(|operation| {
            let body = resolve(document, &child(&operation.pointer, "requestBody"));
            (operation.pointer, body)
        })
        .filter(|(_, body)| at(document, body).is_some())
        .collect();
    for (operation, body) in bodies {
        let content = child(&body, "content");
        if done.insert(body.clone()) {
            if let Some(media_type) = one_media_type(document, &content, notes) {
                sent.insert(body.clone(), media_type);
            }
            without_null(document, &content, notes);
        }
        let keys = members(document, &content);
        if let Some((key, ..)) = keys
            .first()
            .filter(|(key, ..)| key.starts_with("multipart/"))
        {
            let reason = format!("a body of `{key}` cannot be sent");
            notes.push(Note::left_out(content, reason));
            remove(document, &operation);
            continue;
        }
        if let Some(media_type) = sent.get(&body) {
            plan.operation(&operation).media_type = Some(media_type.clone());
        }
        let is_required = at(document, &child(&body, "required")) == Some(&Value::Bool(true));
        if !is_required && !keys.is_empty() {
            plan.operation(&operation).has_optional_body = true;
        }
    }
}

/// A body that is `null` as a whole is not supported: the generator would make a required body an
/// `Option`.
fn without_null(document: &mut Value, content: &str, notes: &mut Vec<Note>) {
    let schemas: Vec<_> = members(document, content)
        .into_iter()
        .map(|(_, media_type, _)| child(&media_type, "schema"))
        .filter(|schema| schema::is_nullable(document, schema))
        .collect();
    for pointer in schemas {
        if let Some(schema) = at_mut(document, &pointer).and_then(Value::as_object_mut) {
            schema.remove("nullable");
        }
        notes.push(Note::lossy(
            pointer,
            "`null` as the whole body cannot be sent",
        ));
    }
}

/// Ways to send a body, the preferred one first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Json,
    OtherJson,
    UrlEncoded,
    Text,
    Bytes,
    Multipart,
}

fn form(key: &str) -> Form {
    match essence(key).as_str() {
        "application/json" => Form::Json,
        essence if is_json(essence) => Form::OtherJson,
        "application/x-www-form-urlencoded" => Form::UrlEncoded,
        essence if essence.starts_with("multipart/") => Form::Multipart,
        essence if essence.starts_with("text/") => Form::Text,
        _ => Form::Bytes,
    }
}

/// The media type without its parameters.
pub(super) fn essence(key: &str) -> String {
    let essence = key.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

pub(super) fn is_json(essence: &str) -> bool {
    matches!(essence, "application/json" | "text/json") || essence.ends_with("+json")
}

/// Leaves one media type under a key that the generator knows. Returns the one to be sent, if it is
/// another.
fn one_media_type(document: &mut Value, content: &str, notes: &mut Vec<Note>) -> Option<String> {
    let keys: Vec<_> = members(document, content)
        .into_iter()
        .map(|(key, ..)| key.to_owned())
        .collect();
    let chosen = keys.iter().min_by_key(|key| form(key))?.clone();
    if keys.len() > 1 {
        let message = format!("of {} media types, `{chosen}` is generated", keys.len());
        notes.push(Note::lowered(content, message));
    }
    let pointer = child(content, &chosen);
    let mut media_type = at(document, &pointer)?.as_object()?.clone();
    let schema = child(&pointer, "schema");
    let resolved = at(document, &resolve(document, &schema))
        .cloned()
        .unwrap_or_default();
    let is_string = resolved.get("type").is_some_and(|ty| ty == "string");
    let has_encoding = media_type.remove("encoding").is_some();
    let wildcard = essence(&chosen).contains('*');
    let (key, sent) = match form(&chosen) {
        Form::Json | Form::OtherJson => {
            media_type.entry("schema").or_insert_with(|| json!({}));
            ("application/json", chosen.clone())
        }
        Form::Bytes if wildcard && !is_string && media_type.contains_key("schema") => {
            ("application/json", "application/json".to_owned())
        }
        Form::UrlEncoded => {
            media_type.entry("schema").or_insert_with(|| json!({}));
            if has_encoding {
                let message = "properties are encoded in the default style";
                notes.push(Note::lossy(child(&pointer, "encoding"), message));
            }
            ("application/x-www-form-urlencoded", chosen.clone())
        }
        Form::Text => {
            if !is_string {
                notes.push(Note::lowered(&pointer, "the body is given as text"));
            }
            media_type.insert("schema".to_owned(), json!({ "type": "string" }));
            ("text/plain", chosen.clone())
        }
        Form::Bytes => {
            if !is_string {
                notes.push(Note::lowered(&pointer, "the body is given as bytes"));
            }
            let schema = json!({ "type": "string", "format": "binary" });
            media_type.insert("schema".to_owned(), schema);
            let sent = if wildcard {
                "application/octet-stream".to_owned()
            } else {
                chosen.clone()
            };
            ("application/octet-stream", sent)
        }
        Form::Multipart => (chosen.as_str(), chosen.clone()),
    };
    let lowered = Map::from_iter([(key.to_owned(), Value::Object(media_type))]);
    let sent = (sent != key && is_header_value(&sent)).then_some(sent);
    *at_mut(document, content)? = Value::Object(lowered);
    sent
}

pub(super) fn is_header_value(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_graphic() || c == ' ')
}
