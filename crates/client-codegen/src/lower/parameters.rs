//! Parameters: those that the generator can write, under names that make distinct setters.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{plan::Plan, private::Marks};
use crate::{
    document::{at, at_mut, child, members, operations, reference, remove, resolve},
    idents::method_name,
    note::Note,
    schema,
};

/// Functions of a generated builder, and variables that hide a parameter.
const RESERVED: [&str; 6] = ["body_map", "header_map", "new", "send", "stream", "url"];

/// A parameter of one operation, and where the document has it.
struct Parameter {
    origin: String,
    value: Map<String, Value>,
    /// Separator of values that are joined.
    separator: Option<&'static str>,
}

impl Parameter {
    fn new(origin: String, value: Map<String, Value>) -> Self {
        Self {
            origin,
            value,
            separator: None,
        }
    }
}

/// Reason why an operation cannot be generated.
struct Unsupported(Note);

pub(super) fn lower(document: &mut Value, plan: &mut Plan, notes: &mut Vec<Note>) {
    let pointers: Vec<_> = operations(document)
        .into_iter()
        .map(|operation| (operation.pointer.clone(), operation.path.to_owned()))
        .collect();
    for (operation, path) in &pointers {
        let Some(parameters) = effective(document, operation, path) else {
            continue;
        };
        match lowered(document, operation, path, parameters, plan.marks, notes) {
            Ok(parameters) => write(document, operation, parameters, plan),
            Err(Unsupported(note)) => {
                notes.push(note);
                remove(document, operation);
            }
        }
    }
    for (_, path) in pointers {
        remove(document, &child(&child("#/paths", &path), "parameters"));
    }
}

/// The parameters of the operation, then those of its path that it does not override; nothing if
/// one cannot be resolved.
fn effective(document: &Value, operation: &str, path: &str) -> Option<Vec<Parameter>> {
    let own = schema::items(document, &child(operation, "parameters"));
    let shared = child(&child("#/paths", path), "parameters");
    let shared = schema::items(document, &shared);
    let mut parameters: Vec<Parameter> = Vec::new();
    for origin in own.into_iter().chain(shared) {
        let value = at(document, &resolve(document, &origin))?
            .as_object()?
            .clone();
        for key in ["name", "in"] {
            value.get(key)?.as_str()?;
        }
        let is_same = |key: &str, other: &Parameter| other.value.get(key) == value.get(key);
        let mut before = parameters.iter();
        if !before.any(|other| is_same("name", other) && is_same("in", other)) {
            parameters.push(Parameter::new(origin, value));
        }
    }
    Some(parameters)
}

fn write(document: &mut Value, operation: &str, parameters: Vec<Parameter>, plan: &mut Plan) {
    let list = child(operation, "parameters");
    let mut values = Vec::new();
    for (index, parameter) in parameters.into_iter().enumerate() {
        let name = parameter.value.get("name").and_then(Value::as_str);
        if let (Some(separator), Some(name)) = (parameter.separator, name) {
            let wire = plan.marks.strip(name).unwrap_or_else(|| name.to_owned());
            plan.operation(operation).joined.push((wire, separator));
        }
        plan.origins
            .insert(child(&list, &index.to_string()), parameter.origin);
        values.push(Value::Object(parameter.value));
    }
    if let Some(operation) = at_mut(document, operation).and_then(Value::as_object_mut) {
        match values.is_empty() {
            true => operation.remove("parameters"),
            false => operation.insert("parameters".to_owned(), Value::Array(values)),
        };
    }
}

fn lowered(
    document: &Value,
    operation: &str,
    path: &str,
    parameters: Vec<Parameter>,
    marks: Marks,
    notes: &mut Vec<Note>,
) -> Result<Vec<Parameter>, Unsupported> {
    let mut lowered = Vec::new();
    for mut parameter in parameters {
        match supported(document, path, &mut parameter, notes) {
            Ok(None) => lowered.push(parameter),
            Ok(Some(several)) => lowered.extend(several),
            Err(reason) => {
                let is_required = parameter.value.get("required") == Some(&Value::Bool(true));
                let note = Note::left_out(&parameter.origin, reason);
                if is_required {
                    return Err(Unsupported(note));
                }
                notes.push(note);
            }
        }
    }
    for name in template_names(path) {
        let is_declared = lowered.iter().any(|parameter| {
            parameter.value.get("in") == Some(&json!("path"))
                && parameter.value.get("name").and_then(Value::as_str) == Some(&name)
        });
        if !is_declared {
            let message =
                format!("the path parameter `{name}` is not declared; generated as a string");
            notes.push(Note::lowered(operation, message));
            let value =
                json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}});
            if let Value::Object(value) = value {
                let origin = operation.to_owned();
                lowered.push(Parameter::new(origin, value));
            }
        }
    }
    let mut functions = vec!["new", "send"];
    if at(document, &child(operation, "requestBody")).is_some() {
        functions.extend(["body", "body_map"]);
    }
    let is_paginated = |(key, ..): &(&str, String, &Value)| key.ends_with("dropshot-pagination");
    if members(document, operation).iter().any(is_paginated) {
        functions.push("stream");
    }
    distinct(&mut lowered, &functions, marks)?;
    Ok(lowered)
}

/// Changes the parameter to one that the generator can write, or replaces it by several.
fn supported(
    document: &Value,
    path: &str,
    parameter: &mut Parameter,
    notes: &mut Vec<Note>,
) -> Result<Option<Vec<Parameter>>, String> {
    let Parameter { origin, value, .. } = parameter;
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let (Some(name), Some(location), style) = (text("name"), text("in"), text("style")) else {
        return Ok(None);
    };
    if let Some(content) = value.remove("content") {
        let media_type = content
            .as_object()
            .and_then(|content| content.keys().next());
        let media_type = media_type.map_or("text", String::as_str);
        notes.push(Note::lowered(
            child(origin, "content"),
            format!("given as a string that contains `{media_type}`"),
        ));
        value.insert("schema".to_owned(), json!({ "type": "string" }));
    }
    if !value.contains_key("schema") {
        notes.push(Note::lowered(
            &*origin,
            "a parameter without a schema is given as a string",
        ));
        value.insert("schema".to_owned(), json!({ "type": "string" }));
    }
    if value.get("allowReserved") == Some(&Value::Bool(true)) {
        notes.push(Note::lossy(
            child(origin, "allowReserved"),
            "reserved characters are percent-encoded",
        ));
    }
    match location.as_str() {
        "cookie" => return Err("a cookie parameter cannot be sent".to_owned()),
        "header" if !is_token(&name) => {
            return Err(format!("`{name}` is not the name of a header"));
        }
        "path" => {
            value.insert("required".to_owned(), json!(true));
            if let Some(style) = style.filter(|style| style != "simple") {
                return Err(format!("the style `{style}` cannot be written"));
            }
            if !template_names(path).contains(&name) {
                value.insert("required".to_owned(), json!(false));
                return Err(format!("the path does not contain `{{{name}}}`"));
            }
        }
        "query" => return query(document, parameter, notes),
        _ => {}
    }
    if matches!(location.as_str(), "path" | "header") {
        as_text(document, parameter, notes);
    }
    Ok(None)
}

/// A query parameter in its style: a list with a separator, or one parameter for each property of
/// an object.
fn query(
    document: &Value,
    parameter: &mut Parameter,
    notes: &mut Vec<Note>,
) -> Result<Option<Vec<Parameter>>, String> {
    let Parameter { origin, value, .. } = &*parameter;
    let style = value.get("style").and_then(Value::as_str).unwrap_or("form");
    let explode = value.get("explode").and_then(Value::as_bool);
    let is_exploded = explode.unwrap_or(style == "form");
    if style == "deepObject" {
        return object(document, parameter, style, notes).map(Some);
    }
    let schema = value.get("schema").cloned().unwrap_or_default();
    let pointer = match reference(&schema) {
        Some(target) => target.to_owned(),
        None => child(&resolve(document, origin), "schema"),
    };
    let flat = schema::flat(document, &pointer);
    let any = |is_wanted: &dyn Fn(&String, &Value) -> bool| {
        let mut members = flat.members.iter();
        let is_wanted =
            |member: &String| at(document, member).is_some_and(|schema| is_wanted(member, schema));
        flat.choices.is_empty() && members.any(is_wanted)
    };
    let is_object = any(&|_, schema| schema.get("properties").is_some());
    let is_list = any(&|_, schema| schema.get("type").is_some_and(|ty| ty == "array"));
    let is_nested = match is_list {
        true => any(&|member, _| has_object(document, &child(member, "items"), 0)),
        false => has_object(document, &pointer, 0),
    };
    let separator = match style {
        "form" if is_object && is_exploded => {
            return object(document, parameter, style, notes).map(Some);
        }
        "form" if !is_exploded => ",",
        "form" if !is_nested => return Ok(None),
        "spaceDelimited" if !is_exploded => "%20",
        "pipeDelimited" if !is_exploded => "|",
        _ => "",
    };
    let is_joined = is_list && !is_nested && !separator.is_empty();
    let is_repeated =
        is_list && !is_nested && is_exploded && matches!(style, "spaceDelimited" | "pipeDelimited");
    if !is_joined && !is_repeated && (style != "form" || is_list || is_nested) {
        let message = format!("given as a string, in the style `{style}`");
        notes.push(Note::lowered(origin, message));
        let string = json!({ "type": "string" });
        parameter.value.insert("schema".to_owned(), string);
    }
    parameter.value.remove("style");
    parameter.value.remove("explode");
    parameter.separator = is_joined.then_some(separator);
    Ok(None)
}

/// Whether a value can be an object or a list, which no style writes inside of another one.
fn has_object(document: &Value, pointer: &str, depth: usize) -> bool {
    const MAX_DEPTH: usize = 16;
    let flat = schema::flat(document, pointer);
    let is_nested = |member: &String| {
        let schema = at(document, member);
        let has = |keyword| schema.is_some_and(|schema| schema.get(keyword).is_some());
        let ty = schema.and_then(|schema| schema.get("type")?.as_str());
        has("properties") || has("additionalProperties") || matches!(ty, Some("object" | "array"))
    };
    depth > MAX_DEPTH
        || flat.members.iter().any(is_nested)
        || flat
            .choices
            .iter()
            .flatten()
            .any(|alternative| has_object(document, alternative, depth + 1))
}

/// One parameter for each property: `filter[name]` in the style `deepObject`, `name` in the style
/// `form`.
fn object(
    document: &Value,
    parameter: &Parameter,
    style: &str,
    notes: &mut Vec<Note>,
) -> Result<Vec<Parameter>, String> {
    let Parameter { origin, value, .. } = parameter;
    let unsupported =
        || format!("the style `{style}` is supported for objects of scalar properties");
    let name = value
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let schema = value.get("schema").cloned().unwrap_or_default();
    let schema = match reference(&schema) {
        Some(target) => at(document, &resolve(document, target))
            .cloned()
            .unwrap_or_default(),
        None => schema,
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let properties = properties
        .filter(|properties| !properties.is_empty())
        .ok_or_else(unsupported)?;
    let is_required = value.get("required") == Some(&Value::Bool(true));
    let required = schema.get("required").and_then(Value::as_array);
    let mut parameters = Vec::new();
    for (property, schema) in properties {
        if !is_scalar(document, schema, 0) {
            return Err(unsupported());
        }
        let is_required = is_required
            && required.is_some_and(|required| required.iter().any(|name| name == property));
        let mut value = value.clone();
        value.remove("style");
        value.remove("explode");
        let written = match style {
            "form" => property.clone(),
            _ => format!("{name}[{property}]"),
        };
        value.insert("name".to_owned(), json!(written));
        value.insert("required".to_owned(), json!(is_required));
        value.insert("schema".to_owned(), schema.clone());
        parameters.push(Parameter::new(origin.clone(), value));
    }
    let message = format!("`{name}` is generated as one parameter for each property");
    notes.push(Note::lowered(origin, message));
    Ok(parameters)
}

/// A parameter outside of the query is written by `Display`, which lists and objects do not have,
/// and by which a date-time is not written as RFC 3339 requires.
fn as_text(document: &Value, parameter: &mut Parameter, notes: &mut Vec<Note>) {
    let Parameter { origin, value, .. } = parameter;
    let schema = value.get("schema").cloned().unwrap_or_default();
    let resolved = match reference(&schema) {
        Some(target) => at(document, &resolve(document, target))
            .cloned()
            .unwrap_or_default(),
        None => schema.clone(),
    };
    let is_date_time = resolved
        .get("format")
        .is_some_and(|format| format == "date-time");
    let is_nullable = resolved.get("nullable") == Some(&Value::Bool(true));
    if is_scalar(document, &schema, 0) && !is_date_time && !is_nullable {
        return;
    }
    if is_scalar(document, &schema, 0) && !is_date_time {
        let mut schema = resolved;
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("nullable");
        }
        value.insert("schema".to_owned(), schema);
        return;
    }
    notes.push(Note::lowered(child(origin, "schema"), "given as a string"));
    value.insert("schema".to_owned(), json!({ "type": "string" }));
}

/// Whether all values are strings, numbers or booleans, and the generated type has `Display`.
fn is_scalar(document: &Value, schema: &Value, depth: usize) -> bool {
    const MAX_DEPTH: usize = 16;
    if depth > MAX_DEPTH {
        return false;
    }
    if let Some(target) = reference(schema) {
        return at(document, target).is_some_and(|schema| is_scalar(document, schema, depth + 1));
    }
    let all = schema.get("allOf").and_then(Value::as_array);
    let combined = ["anyOf", "oneOf"]
        .iter()
        .any(|keyword| schema.get(keyword).is_some());
    match (schema.get("type").and_then(Value::as_str), all) {
        (Some("string" | "integer" | "number" | "boolean"), None) => !combined,
        (None, Some(all)) => all.len() == 1 && !combined && is_scalar(document, &all[0], depth + 1),
        _ => false,
    }
}

/// Gives every parameter a setter that is distinct, also from the functions of the builder. A path
/// parameter keeps its name, which the path contains.
fn distinct(
    parameters: &mut [Parameter],
    functions: &[&str],
    marks: Marks,
) -> Result<(), Unsupported> {
    let name = |parameter: &Parameter| {
        let name = parameter.value.get("name").and_then(Value::as_str);
        name.unwrap_or_default().to_owned()
    };
    let is_path = |parameter: &Parameter| parameter.value.get("in") == Some(&json!("path"));
    let mut taken: BTreeSet<String> = functions.iter().map(ToString::to_string).collect();
    for parameter in parameters.iter().filter(|parameter| is_path(parameter)) {
        let name = name(parameter);
        if !taken.insert(method_name(&name).to_string()) {
            let reason =
                format!("the path parameter `{name}` has the name of another item of the builder");
            return Err(Unsupported(Note::left_out(&parameter.origin, reason)));
        }
    }
    // A parameter named `url` by itself makes a local variable of another name.
    taken.extend(
        RESERVED
            .map(str::to_owned)
            .into_iter()
            .filter(|name| name != "url"),
    );
    // A parameter whose name needs no change keeps its setter, whatever is added before it.
    let kept: Vec<_> = parameters
        .iter()
        .map(|parameter| {
            let name = name(parameter);
            is_path(parameter) || (method_name(&name) == name.as_str() && taken.insert(name))
        })
        .collect();
    for (parameter, is_kept) in parameters.iter_mut().zip(kept) {
        let wire = name(parameter);
        let setter = method_name(&wire).to_string();
        if is_kept || taken.insert(setter.clone()) {
            continue;
        }
        let location = parameter
            .value
            .get("in")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let mut suffix = match RESERVED.contains(&setter.as_str()) || setter == "body" {
            true => "parameter".to_owned(),
            false => location.to_owned(),
        };
        let mut number = 2;
        while !taken.insert(method_name(&marks.suffixed(&wire, &suffix)).to_string()) {
            suffix = number.to_string();
            number += 1;
        }
        let renamed = marks.suffixed(&wire, &suffix);
        parameter.value.insert("name".to_owned(), json!(renamed));
    }
    Ok(())
}

/// The names in the braces of a path template.
pub(crate) fn template_names(path: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in path.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}') {
            names.push(name.to_owned());
        }
    }
    names
}

/// Whether the text can be the name of a header (RFC 9110, section 5.6.2).
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}
