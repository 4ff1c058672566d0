//! Names that make one Rust identifier, or one that the generated source uses.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{plan::Plan, private::Marks};
use crate::{
    document::{at, at_mut, child, members, reference},
    idents::{field_name, type_name},
    note::Note,
    schema,
};

/// Types that the generated source uses by these names.
const RESERVED: [&str; 5] = ["Default", "Err", "None", "Ok", "Some"];

pub(super) fn lower(document: &mut Value, plan: &mut Plan, notes: &mut Vec<Note>) {
    components(document, plan, notes);
    twins(document);
    // A renamed property changes the pointers below it.
    while schema::all(document)
        .iter()
        .any(|pointer| properties(document, pointer, plan.marks))
    {}
    version(document);
}

/// Removes the characters of the version that are invalid in a header: the generator panics on
/// them.
fn version(document: &mut Value) {
    if let Some(Value::String(version)) = at_mut(document, "#/info/version") {
        version.retain(|c| c.is_ascii_graphic() || c == ' ');
    }
}

/// Renames components whose type has the name of another one, or of an item that the source uses.
fn components(document: &mut Value, plan: &mut Plan, notes: &mut Vec<Note>) {
    let mut seen: BTreeSet<String> = RESERVED.iter().map(ToString::to_string).collect();
    let mut renamed = Vec::new();
    for (name, ..) in members(document, "#/components/schemas") {
        if !seen.insert(type_name(name).to_string()) {
            renamed.push(name.to_owned());
        }
    }
    rename_components(document, &renamed, plan, notes);
}

/// Gives components other names, and their types with them.
pub(crate) fn rename_components(
    document: &mut Value,
    names: &[String],
    plan: &mut Plan,
    notes: &mut Vec<Note>,
) {
    const SCHEMAS: &str = "#/components/schemas";
    for name in names {
        let mut suffix = "schema".to_owned();
        let mut number = 2;
        let taken: BTreeSet<_> = members(document, SCHEMAS)
            .into_iter()
            .map(|(name, ..)| type_name(name).to_string())
            .collect();
        while taken.contains(&type_name(&plan.marks.suffixed(name, &suffix)).to_string()) {
            suffix = format!("schema{number}");
            number += 1;
        }
        let renamed = plan.marks.suffixed(name, &suffix);
        let (from, to) = (child(SCHEMAS, name), child(SCHEMAS, &renamed));
        let Some(schemas) = at_mut(document, SCHEMAS).and_then(Value::as_object_mut) else {
            return;
        };
        if let Some(schema) = schemas.remove(name) {
            schemas.insert(renamed.clone(), schema);
        }
        redirect(document, &from, &to);
        let message = format!(
            "generated as the type `{}`, since the name is taken",
            type_name(&renamed)
        );
        notes.push(Note::lowered(&from, message));
        plan.origins.insert(to, from);
    }
}

fn redirect(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(target)) = object.get_mut("$ref")
                && target == from
            {
                *target = to.to_owned();
            }
            object
                .values_mut()
                .for_each(|value| redirect(value, from, to));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| redirect(value, from, to)),
        _ => {}
    }
}

/// Renames properties of a schema that would make one field. Returns whether there was one.
fn properties(document: &mut Value, pointer: &str, marks: Marks) -> bool {
    let flat = schema::flat(document, pointer);
    let has_properties =
        |member: &String| !members(document, &child(member, "properties")).is_empty();
    let mut fields = vec![flat.members.clone()];
    if flat.members.iter().any(has_properties) {
        // Each alternative has the properties beside the alternatives too.
        for alternative in flat.choices.iter().flatten() {
            let pointers = [pointer.to_owned(), alternative.clone()];
            fields.push(schema::flat_all(document, &pointers).members);
        }
    }
    fields
        .iter()
        .any(|schemas| distinct_properties(document, schemas, marks))
}

/// Renames properties of one type that would make one field, and `extra` beside the field of that
/// name for unknown properties. Returns whether there was one.
fn distinct_properties(document: &mut Value, schemas: &[String], marks: Marks) -> bool {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut has_extra = false;
    for member in schemas {
        for (name, ..) in members(document, &child(member, "properties")) {
            let ident = field_name(name).to_string();
            names.entry(ident).or_default().insert(name.to_owned());
        }
        let additional = at(document, &child(member, "additionalProperties"));
        has_extra |= additional.is_some_and(Value::is_object);
    }
    let taken: BTreeSet<String> = names.keys().cloned().collect();
    let mut is_renamed = false;
    for (ident, names) in names {
        let is_extra = has_extra && ident == "extra";
        // The name that needs no renaming attribute keeps its field.
        let kept = names
            .iter()
            .find(|name| **name == ident)
            .or(names.first())
            .filter(|_| !is_extra)
            .cloned();
        let mut number = 2;
        for name in names.iter().filter(|name| Some(*name) != kept.as_ref()) {
            let mut suffix = if is_extra {
                "property".to_owned()
            } else {
                number.to_string()
            };
            while taken.contains(&field_name(&marks.suffixed(name, &suffix)).to_string()) {
                number += 1;
                suffix = number.to_string();
            }
            number += 1;
            let renamed = marks.suffixed(name, &suffix);
            for member in schemas {
                is_renamed |= rename_property(document, member, name, &renamed);
            }
        }
    }
    is_renamed
}

fn rename_property(document: &mut Value, schema: &str, from: &str, to: &str) -> bool {
    let Some(schema) = at_mut(document, schema).and_then(Value::as_object_mut) else {
        return false;
    };
    let mut is_renamed = false;
    if let Some(Value::Object(properties)) = schema.get_mut("properties")
        && let Some(property) = properties.remove(from)
    {
        properties.insert(to.to_owned(), property);
        is_renamed = true;
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        for name in required.iter_mut().filter(|name| *name == from) {
            *name = json!(to);
        }
    }
    is_renamed
}

/// Replaces an inline schema by a reference to the component that has its name, if the two are
/// equal. A different one gets a title, which names its type.
fn twins(document: &mut Value) {
    let components: BTreeMap<String, String> = members(document, "#/components/schemas")
        .into_iter()
        .map(|(name, pointer, _)| (type_name(name).to_string(), pointer))
        .collect();
    let mut named = BTreeMap::new();
    for (name, pointer) in &components {
        inline_names(document, pointer, name, &mut named);
    }
    for operation in crate::document::operations(document) {
        let id = operation.id();
        let body = crate::document::resolve(document, &child(&operation.pointer, "requestBody"));
        for (_, content, _) in members(document, &child(&body, "content")) {
            let name = type_name(&format!("{id}-body")).to_string();
            inline(document, &child(&content, "schema"), &name, &mut named);
        }
        for (_, response, _) in members(document, &child(&operation.pointer, "responses")) {
            let response = crate::document::resolve(document, &response);
            for (_, content, _) in members(document, &child(&response, "content")) {
                let name = type_name(&format!("{id}-response")).to_string();
                inline(document, &child(&content, "schema"), &name, &mut named);
            }
        }
    }
    let mut taken: BTreeMap<String, Value> = BTreeMap::new();
    for (pointer, name) in named {
        let Some(schema) = at(document, &pointer).cloned() else {
            continue;
        };
        let bare = bare(&schema);
        let Some(component) = components.get(&name) else {
            // Another inline schema of this name: the generator would use its type for both.
            if taken.get(&name).is_some_and(|other| *other != bare) {
                let title = unused_title(&name, &components, &taken);
                taken.insert(title.clone(), bare);
                set_title(document, &pointer, &title);
            } else {
                taken.insert(name, bare);
            }
            continue;
        };
        let twin = at(document, component).map(self::bare);
        if twin.as_ref() == Some(&bare) {
            refer(document, &pointer, component);
        } else {
            let title = unused_title(&name, &components, &taken);
            taken.insert(title.clone(), bare);
            set_title(document, &pointer, &title);
        }
    }
}

fn unused_title(
    name: &str,
    components: &BTreeMap<String, String>,
    taken: &BTreeMap<String, Value>,
) -> String {
    let mut number = 2;
    loop {
        let title = format!(
            "{name}Inline{}",
            if number == 2 {
                String::new()
            } else {
                number.to_string()
            }
        );
        if !components.contains_key(&title) && !taken.contains_key(&title) {
            return title;
        }
        number += 1;
    }
}

fn set_title(document: &mut Value, pointer: &str, title: &str) {
    if let Some(schema) = at_mut(document, pointer).and_then(Value::as_object_mut) {
        schema.insert("title".to_owned(), json!(title));
    }
}

/// Replaces an inline schema by a reference to a component, and keeps its annotations.
fn refer(document: &mut Value, pointer: &str, component: &str) {
    let Some(schema) = at_mut(document, pointer).and_then(Value::as_object_mut) else {
        return;
    };
    let mut kept = Map::new();
    for key in [
        "description",
        "nullable",
        "deprecated",
        "readOnly",
        "writeOnly",
    ] {
        kept.extend(schema.remove(key).map(|value| (key.to_owned(), value)));
    }
    *schema = match kept.is_empty() {
        true => Map::from_iter([("$ref".to_owned(), json!(component))]),
        false => {
            kept.insert("allOf".to_owned(), json!([{ "$ref": component }]));
            kept
        }
    };
}

/// The schema without annotations, which do not affect its values.
fn bare(schema: &Value) -> Value {
    let mut bare = schema.clone();
    if let Some(bare) = bare.as_object_mut() {
        let keys = [
            "title",
            "description",
            "nullable",
            "deprecated",
            "readOnly",
            "writeOnly",
            "example",
            "default",
        ];
        keys.iter().for_each(|key| drop(bare.remove(*key)));
    }
    bare
}

/// Collects the inline schemas inside of one whose type is `name`, with the names that the
/// generator suggests for theirs.
fn inline_names(document: &Value, pointer: &str, name: &str, named: &mut BTreeMap<String, String>) {
    for (property, pointer, _) in members(document, &child(pointer, "properties")) {
        let name = type_name(&format!("{name}_{}", field_name(property))).to_string();
        inline(document, &pointer, &name, named);
    }
    inline(
        document,
        &child(pointer, "items"),
        &format!("{name}Item"),
        named,
    );
    let has_properties = at(document, &child(pointer, "properties")).is_some();
    let value = if has_properties {
        format!("{name}ExtraValue")
    } else {
        format!("{name}Value")
    };
    inline(
        document,
        &child(pointer, "additionalProperties"),
        &value,
        named,
    );
    for part in schema::items(document, &child(pointer, "allOf")) {
        if at(document, &part).is_some_and(|part| reference(part).is_none()) {
            inline_names(document, &part, name, named);
        }
    }
}

fn inline(document: &Value, pointer: &str, name: &str, named: &mut BTreeMap<String, String>) {
    let Some(schema) = at(document, pointer).and_then(Value::as_object) else {
        return;
    };
    if schema.contains_key("$ref") {
        return;
    }
    let title = schema.get("title").and_then(Value::as_str);
    let name = title.map_or_else(|| name.to_owned(), |title| type_name(title).to_string());
    let has_type = [
        "properties",
        "enum",
        "oneOf",
        "anyOf",
        "pattern",
        "maxLength",
        "minLength",
    ]
    .iter()
    .any(|keyword| schema.contains_key(*keyword));
    if has_type {
        named.insert(pointer.to_owned(), name.clone());
    }
    inline_names(document, pointer, &name, named);
}
