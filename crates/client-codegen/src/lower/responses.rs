//! Responses: JSON under the name that the generator decodes, one schema among the errors and one
//! among the successes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    bodies::{essence, is_header_value, is_json},
    plan::{BodyKind, Plan, Success},
    references::{add_component, unused},
};
use crate::{
    document::{at, at_mut, child, members, operations, reference, remove, resolve},
    idents::type_name,
    note::Note,
    schema::{self, Site},
};

pub(super) fn lower(document: &mut Value, plan: &mut Plan, notes: &mut Vec<Note>) {
    let responses: Vec<_> = schema::sites(document)
        .into_iter()
        .filter(|(site, _)| *site == Site::Response)
        .map(|(_, pointer)| pointer)
        .collect();
    let mut accepts = BTreeMap::new();
    for pointer in responses {
        if let Some(accept) = as_json(document, &child(&pointer, "content")) {
            accepts.insert(pointer, accept);
        }
    }
    let pointers: Vec<_> = operations(document)
        .into_iter()
        .map(|operation| (operation.pointer.clone(), operation.id().to_owned()))
        .collect();
    for (operation, id) in pointers {
        let statuses = members(document, &child(&operation, "responses"));
        let has_success = statuses
            .iter()
            .any(|(status, ..)| status.starts_with('2') || *status == "default");
        if !has_success && statuses.iter().any(|(status, ..)| status.starts_with('3')) {
            let message = "a redirect is returned as an error, with its headers";
            notes.push(Note::lowered(child(&operation, "responses"), message));
        }
        accept(document, &operation, &accepts, plan);
        without_default(document, &operation, plan);
        one_error(document, &operation, plan, notes);
        one_success(document, &operation, &id, plan, notes);
    }
}

/// Leaves `application/json` alone if a response has JSON, under any name. Returns the name, if it
/// is another.
fn as_json(document: &mut Value, content: &str) -> Option<String> {
    let rank = |key: &str, media_type: &Value| {
        let essence = essence(key);
        let is_object = || {
            let schema = child(&child(content, key), "schema");
            let schema = at(document, &resolve(document, &schema));
            media_type.get("schema").is_some()
                && schema.and_then(|schema| schema.get("type")) != Some(&json!("string"))
        };
        match essence.as_str() {
            "application/json" => Some(0),
            essence if is_json(essence) => Some(1),
            "*/*" | "application/*" if is_object() => Some(2),
            _ => None,
        }
    };
    let ranked: Vec<_> = members(document, content)
        .into_iter()
        .filter_map(|(key, _, media_type)| Some((rank(key, media_type)?, key, media_type)))
        .collect();
    let (rank, key, media_type) = ranked.into_iter().min_by_key(|(rank, ..)| *rank)?;
    let key = key.to_owned();
    let mut media_type = media_type.as_object()?.clone();
    media_type.remove("encoding");
    media_type.entry("schema").or_insert_with(|| json!({}));
    let json = Map::from_iter([("application/json".to_owned(), Value::Object(media_type))]);
    *at_mut(document, content)? = Value::Object(json);
    (rank == 1 && is_header_value(&key)).then_some(key)
}

/// Notes the media types that a request accepts, if a success has one that is not
/// `application/json`.
fn accept(document: &Value, operation: &str, accepts: &BTreeMap<String, String>, plan: &mut Plan) {
    let mut media_types = Vec::new();
    let mut is_other = false;
    for (status, pointer, _) in members(document, &child(operation, "responses")) {
        if !status.starts_with('2') {
            continue;
        }
        let accept = accepts.get(&resolve(document, &pointer));
        is_other |= accept.is_some();
        let accept = accept.map_or("application/json", String::as_str).to_owned();
        if !media_types.contains(&accept) {
            media_types.push(accept);
        }
    }
    if is_other {
        plan.operation(operation).accept = Some(media_types.join(", "));
    }
}

/// The generator takes `default` for an error and for a success. It stands for the errors that are
/// not listed, and for the successes only if none is.
fn without_default(document: &mut Value, operation: &str, plan: &mut Plan) {
    let responses = child(operation, "responses");
    let has_success = members(document, &responses)
        .iter()
        .any(|(status, ..)| status.starts_with('2'));
    let pointer = responses;
    let Some(responses) = at_mut(document, &pointer).and_then(Value::as_object_mut) else {
        return;
    };
    if let Some(default) = responses.remove("default") {
        for range in ["2XX", "4XX", "5XX"] {
            if range != "2XX" || !has_success {
                responses.entry(range).or_insert_with(|| {
                    let origin = child(&pointer, "default");
                    plan.origins.insert(child(&pointer, range), origin);
                    default.clone()
                });
            }
        }
    }
}

/// The responses of an operation in the order of their status.
fn kinds(document: &Value, operation: &str) -> Vec<(String, BodyKind)> {
    let responses = child(operation, "responses");
    let statuses: BTreeSet<String> = members(document, &responses)
        .into_iter()
        .map(|(status, ..)| status.to_owned())
        .filter(|status| !status.starts_with("x-"))
        .collect();
    let kind = |status: &str| {
        let content = child(&resolve(document, &child(&responses, status)), "content");
        let json = at(
            document,
            &child(&child(&content, "application/json"), "schema"),
        );
        match json {
            Some(schema) => BodyKind::Json(schema.clone()),
            None if members(document, &content).is_empty() => BodyKind::Empty,
            None => BodyKind::Raw,
        }
    };
    statuses
        .into_iter()
        .map(|status| (status.clone(), kind(&status)))
        .collect()
}

/// Keeps the first schema among the errors. Responses of another kind are not decoded.
fn one_error(document: &mut Value, operation: &str, plan: &mut Plan, notes: &mut Vec<Note>) {
    let errors: Vec<_> = kinds(document, operation)
        .into_iter()
        .filter(|(status, _)| status.starts_with(['4', '5']))
        .collect();
    let typed = errors
        .iter()
        .find(|(_, kind)| matches!(kind, BodyKind::Json(_)));
    let Some((kept, kind)) = typed.or(errors.first()).cloned() else {
        return;
    };
    for (status, other) in &errors {
        if *other == kind {
            continue;
        }
        let pointer = child(&child(operation, "responses"), status);
        let message = format!("not decoded, since its body is of another kind than that of {kept}");
        notes.push(Note::lowered(plan.origin(&pointer), message));
        remove(document, &pointer);
        if let Ok(status) = status.parse() {
            plan.operation(operation).raw_statuses.push(status);
        }
    }
}

/// Keeps the first schema among the successes, and plans for the others.
fn one_success(
    document: &mut Value,
    operation: &str,
    id: &str,
    plan: &mut Plan,
    notes: &mut Vec<Note>,
) {
    let mut successes: Vec<_> = kinds(document, operation)
        .into_iter()
        .filter(|(status, _)| status.starts_with('2'))
        .map(|(status, kind)| Success { status, kind })
        .collect();
    let is_mixed = successes
        .first()
        .is_some_and(|first| successes.iter().any(|other| other.kind != first.kind));
    if !is_mixed {
        return;
    }
    for Success { status, kind } in &mut successes {
        let BodyKind::Json(schema) = kind else {
            continue;
        };
        let response = resolve(document, &child(&child(operation, "responses"), status));
        let content = child(&child(&response, "content"), "application/json");
        if schema::is_nullable(document, &child(&content, "schema")) {
            let message = "`null` is not decoded, since the operation has another success";
            notes.push(Note::lossy(response, message));
        }
        if reference(schema).is_some_and(|target| schema::component_name(target).is_some()) {
            continue;
        }
        let name = type_name(&format!("{id}-response-{status}")).to_string();
        let name = unused(document, &name);
        let reference = json!({ "$ref": child("#/components/schemas", &name) });
        add_component(document, &name, schema.clone());
        *schema = reference.clone();
        let responses = child(operation, "responses");
        let response = resolve(document, &child(&responses, status));
        let inline = at(document, &response).cloned().unwrap_or_default();
        if let Some(place) = at_mut(document, &child(&responses, status)) {
            *place = inline;
            place["content"] = json!({ "application/json": { "schema": reference } });
        }
    }
    let is_json = |success: &&Success| matches!(success.kind, BodyKind::Json(_));
    let kept = successes.iter().find(is_json).or(successes.first());
    let kept = kept.map(|success| success.status.clone());
    for success in &successes {
        if Some(&success.status) != kept.as_ref() {
            remove(
                document,
                &child(&child(operation, "responses"), &success.status),
            );
        }
    }
    plan.operation(operation).successes = successes;
}
