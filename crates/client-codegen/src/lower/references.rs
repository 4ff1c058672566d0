//! References that the generator does not follow: into the middle of a component, to another file,
//! or to nothing.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    document::{at, at_mut, child, members, reference, resolve, unescaped},
    idents::type_name,
    note::Note,
    schema::{self, Site},
};

/// Makes every schema that is referred to a component, and replaces references that do not resolve.
pub(super) fn lower(document: &mut Value, notes: &mut Vec<Note>) {
    for (site, pointer) in schema::sites(document) {
        if site != Site::Schema {
            inline(document, site, &pointer);
        }
    }
    // A schema that was made a component has its old place replaced by a reference, so the list
    // stays valid.
    for pointer in all(document) {
        let Some(target) = at(document, &pointer)
            .and_then(reference)
            .map(str::to_owned)
        else {
            continue;
        };
        let reason = match at(document, &target) {
            _ if !target.starts_with("#/") => Some(format!("`{target}` is in another file")),
            None => Some(format!("unresolved reference: `{target}` does not exist")),
            Some(_) => None,
        };
        if let Some(reason) = reason {
            set(document, &pointer, json!({}));
            notes.push(Note::lossy(
                child(&pointer, "$ref"),
                format!("generated as any JSON value: {reason}"),
            ));
        } else if schema::component_name(&target).is_none() {
            let component = made_component(document, &target);
            set(document, &pointer, json!({ "$ref": component }));
        }
    }
}

/// Replaces references to path items by their targets, and returns the pointers of these. The
/// operations of another path would have one id twice.
pub(crate) fn path_items(document: &mut Value, notes: &mut Vec<Note>) -> BTreeMap<String, String> {
    let mut origins = BTreeMap::new();
    for (_, pointer, item) in members(&document.clone(), "#/paths") {
        if reference(item).is_none() {
            continue;
        }
        let target = resolve(document, &pointer);
        let value = at(document, &target).cloned().unwrap_or_default();
        let reason = if reference(&value).is_some() {
            "the reference does not resolve"
        } else if target.starts_with("#/paths/") {
            "its operations are those of another path, with the same ids"
        } else {
            set(document, &pointer, value);
            origins.insert(pointer, target);
            continue;
        };
        set(document, &pointer, json!({}));
        notes.push(Note::left_out(pointer, reason));
    }
    origins
}

/// Replaces a reference by its target, unless it is to a component of the right kind.
fn inline(document: &mut Value, site: Site, pointer: &str) {
    let Some(target) = at(document, pointer).and_then(reference) else {
        return;
    };
    let kind = match site {
        Site::Schema => "schemas",
        Site::Parameter => "parameters",
        Site::Body => "requestBodies",
        Site::Response => "responses",
        Site::Header => "headers",
    };
    let is_component = target
        .strip_prefix(&format!("#/components/{kind}/"))
        .is_some_and(|name| !name.contains('/'));
    if is_component {
        return;
    }
    let target = resolve(document, pointer);
    if let Some(value) = at(document, &target).cloned() {
        set(document, pointer, value);
    }
}

/// All schemas, also those that only a cycle of references could reach.
fn all(document: &Value) -> Vec<String> {
    let mut open: Vec<_> = schema::sites(document)
        .into_iter()
        .filter(|(site, _)| *site == Site::Schema)
        .map(|(_, pointer)| pointer)
        .collect();
    let mut all = Vec::new();
    while let Some(pointer) = open.pop() {
        open.extend(schema::children(document, &pointer));
        all.push(pointer);
    }
    all.sort();
    all
}

/// Makes the schema at `target` a component, named as the generator would name its type; returns
/// its pointer.
pub(super) fn made_component(document: &mut Value, target: &str) -> String {
    let Some(schema) = at(document, target).cloned() else {
        return target.to_owned();
    };
    if let Some(next) = reference(&schema).filter(|next| schema::component_name(next).is_some()) {
        return next.to_owned();
    }
    let tokens: Vec<_> = target.split('/').skip(3).map(unescaped).collect();
    let keywords = [
        "properties",
        "items",
        "schema",
        "content",
        "allOf",
        "anyOf",
        "oneOf",
        "responses",
        "requestBody",
        "additionalProperties",
    ];
    let words: Vec<_> = tokens
        .iter()
        .filter(|token| !keywords.contains(&token.as_str()) && !token.contains('/'))
        .map(String::as_str)
        .collect();
    let name = unused(document, &type_name(&words.join("_")).to_string());
    let pointer = child("#/components/schemas", &name);
    set(document, target, json!({ "$ref": pointer }));
    add_component(document, &name, schema);
    pointer
}

/// The name, numbered if the type of a component has it.
pub(super) fn unused(document: &Value, name: &str) -> String {
    let is_taken = |name: &str| {
        members(document, "#/components/schemas")
            .iter()
            .any(|(known, ..)| type_name(known) == type_name(name))
    };
    let mut unused = name.to_owned();
    let mut number = 2;
    while is_taken(&unused) {
        unused = format!("{name}{number}");
        number += 1;
    }
    unused
}

pub(super) fn add_component(document: &mut Value, name: &str, schema: Value) {
    let Some(document) = document.as_object_mut() else {
        return;
    };
    let components = document.entry("components").or_insert_with(|| json!({}));
    let Some(components) = components.as_object_mut() else {
        return;
    };
    let schemas = components.entry("schemas").or_insert_with(|| json!({}));
    if let Some(schemas) = schemas.as_object_mut() {
        schemas.insert(name.to_owned(), schema);
    }
}

fn set(document: &mut Value, pointer: &str, value: Value) {
    if let Some(place) = at_mut(document, pointer) {
        *place = value;
    }
}
