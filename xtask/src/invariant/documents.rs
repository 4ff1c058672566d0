//! Random small documents of the keywords that the invariant covers.

use fastrand::Rng;
use serde_json::{Map, Value, json};

const COMPONENTS: [&str; 4] = ["Root", "Part", "Other", "Kind"];
const NAMES: [&str; 8] = [
    "id", "extra", "type", "dueDate", "due_date", "self", "2nd", "note",
];

/// A document with four components and one operation that uses them in all positions.
pub(super) fn random(seed: u64) -> Value {
    let rng = &mut Rng::with_seed(seed);
    let mut schemas = Map::new();
    for name in COMPONENTS {
        let schema = match name {
            "Root" => object(rng, 2),
            "Kind" if rng.bool() => {
                json!({"type": "string", "x-extensible-enum": ["red", "dark blue"]})
            }
            _ => schema(rng, 2),
        };
        schemas.insert(name.to_owned(), schema);
    }
    let content = |rng: &mut Rng| {
        let media_types = [
            "application/json",
            "application/problem+json",
            "*/*",
            "application/xml",
        ];
        let schema = match rng.usize(..3) {
            0 => schema(rng, 1),
            _ => reference(rng),
        };
        json!({ media_types[rng.usize(..media_types.len())]: {"schema": schema} })
    };
    let mut responses = Map::new();
    for status in [
        "200", "201", "204", "303", "400", "404", "4XX", "5XX", "default",
    ] {
        if rng.usize(..3) == 0 {
            let response = match rng.usize(..3) {
                0 => json!({"description": "d"}),
                _ => json!({"description": "d", "content": content(rng)}),
            };
            responses.insert(status.to_owned(), response);
        }
    }
    if has_response(seed) {
        let schema = json!({"$ref": "#/components/schemas/Root"});
        let content = json!({"application/json": {"schema": schema}});
        responses.insert(
            "200".to_owned(),
            json!({"description": "d", "content": content}),
        );
    }
    let mut parameters =
        vec![json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}})];
    for location in ["query", "header", "cookie"] {
        for name in ["new", "send", "page", "id"] {
            if rng.usize(..4) == 0 {
                parameters.push(json!({
                    "name": name, "in": location, "schema": schema(rng, 1), "deprecated": rng.bool(),
                }));
            }
        }
    }
    let methods = [
        "get", "post", "put", "patch", "delete", "trace", "options", "head",
    ];
    let mut operation =
        json!({"operationId": "call", "parameters": parameters, "responses": responses});
    operation["requestBody"] = json!({"required": rng.bool(), "content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/Root"}},
    }});
    if rng.bool() {
        operation["requestBody"]["content"]["application/xml"] =
            json!({"schema": {"type": "string"}});
    }
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Random", "version": "1"},
        "paths": {"/things/{id}": {methods[rng.usize(..methods.len())]: operation}},
        "components": {"schemas": schemas},
    })
}

/// Whether a response of the document contains the component `Root`, as its request does.
pub(super) fn has_response(seed: u64) -> bool {
    seed.is_multiple_of(2)
}

fn reference(rng: &mut Rng) -> Value {
    let name = COMPONENTS[rng.usize(1..COMPONENTS.len())];
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn schema(rng: &mut Rng, depth: usize) -> Value {
    let mut schema = match rng.usize(..if depth == 0 { 6 } else { 11 }) {
        0 => string(rng),
        1 => json!({"type": "integer", "format": (["int32", "int64"][rng.usize(..2)])}),
        2 => json!({"type": "integer", "minimum": rng.i64(0..3)}),
        3 => json!({"type": "number"}),
        4 => json!({"type": "boolean"}),
        5 => reference(rng),
        6 => json!({"type": "array", "items": schema(rng, depth - 1)}),
        7 => object(rng, depth - 1),
        8 => json!({"allOf": [reference(rng), object(rng, depth - 1)]}),
        9 => json!({"oneOf": [object(rng, depth - 1), string(rng)]}),
        _ => json!({"anyOf": [object(rng, depth - 1), object(rng, depth - 1)]}),
    };
    if let Some(schema) = schema.as_object_mut()
        && !schema.contains_key("$ref")
        && rng.usize(..4) == 0
    {
        schema.insert("nullable".to_owned(), json!(true));
    }
    schema
}

fn string(rng: &mut Rng) -> Value {
    match rng.usize(..6) {
        0 => json!({"type": "string", "enum": ["a", "b", "a b"]}),
        1 => json!({"type": "string", "format": "date"}),
        2 => json!({"type": "string", "format": "uuid"}),
        3 => json!({"type": "string", "maxLength": 4}),
        4 => json!({"type": "string", "pattern": "^[a-z]+$"}),
        _ => json!({"type": "string"}),
    }
}

fn object(rng: &mut Rng, depth: usize) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for name in NAMES {
        if rng.usize(..3) != 0 {
            continue;
        }
        let mut property = schema(rng, depth.saturating_sub(1));
        if property.get("$ref").is_none() && rng.usize(..6) == 0 {
            property[["readOnly", "writeOnly", "deprecated"][rng.usize(..3)]] = json!(true);
        }
        properties.insert(name.to_owned(), property);
        if rng.usize(..3) == 0 {
            required.push(name);
        }
    }
    let mut object = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    match rng.usize(..5) {
        0 => object["additionalProperties"] = json!({}),
        1 => object["additionalProperties"] = schema(rng, 0),
        _ => {}
    }
    object
}
