//! Random documents: every response is valid, no request fails, and no response is an unnecessarily
//! empty object.

use bytes::Bytes;
use http::Request;
use mock_server::MockServer;
use oas::{Direction, Document, Pointer, Samples};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Schemas that some value satisfies; examples in them may be invalid.
fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop::sample::select(vec![
        json!({"type": "string"}),
        json!({"type": "string", "minLength": 9, "maxLength": 12}),
        json!({"type": "string", "format": "date-time"}),
        json!({"type": "string", "format": "uuid", "readOnly": true}),
        json!({"type": "string", "pattern": "^[A-Z]{3}-[0-9]{2}$"}),
        json!({"type": "string", "enum": ["b", "a"], "default": "a"}),
        json!({"type": "string", "example": 7}),
        json!({"type": "string", "nullable": true, "example": "Ann"}),
        json!({"type": "string", "writeOnly": true}),
        json!({"type": "integer", "minimum": 5, "exclusiveMinimum": true}),
        json!({"type": "integer", "format": "int32", "readOnly": true}),
        json!({"type": "number", "minimum": 0, "maximum": 1, "exclusiveMaximum": true}),
        json!({"type": "boolean"}),
        json!({"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2}),
        json!({"oneOf": [{"type": "integer"}, {"type": "number"}]}),
        json!({"$ref": "#/components/schemas/Tree"}),
        json!({"$ref": "#/components/schemas/Pet"}),
    ]);
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            object(inner.clone()),
            (inner.clone(), 0..3u8).prop_map(
                |(items, least)| json!({"type": "array", "items": items, "minItems": least})
            ),
            (object(inner.clone()), inner.clone()).prop_map(|(base, more)| json!({
                "allOf": [base, {"type": "object", "properties": {"more": more}}]
            })),
            (object(inner.clone()), inner).prop_map(|(one, other)| json!({
                "oneOf": [
                    {"type": "object", "required": ["one"], "properties": {"one": one}},
                    {"type": "object", "required": ["one", "other"], "properties": {"one": {}, "other": other}},
                ]
            })),
        ]
    })
}

fn object(inner: impl Strategy<Value = Value> + Clone) -> impl Strategy<Value = Value> {
    let names = ["id", "name", "state"];
    (prop::collection::vec(inner, 1..4), any::<bool>(), 0..4u8).prop_map(
        move |(values, is_required, example)| {
            let properties: Map<_, _> = names
                .iter()
                .map(|name| (*name).to_owned())
                .zip(values)
                .collect();
            let mut schema = json!({"type": "object", "properties": properties});
            if is_required {
                schema["required"] = json!(["id"]);
            }
            match example {
                0 => schema["example"] = json!({"id": [], "name": {"a": 1}}),
                1 => schema["example"] = json!("{\"id\": 1}"),
                _ => {}
            }
            schema
        },
    )
}

fn document(response: &Value, request: &Value) -> Value {
    let content = |schema: &Value| json!({"application/json": {"schema": schema}});
    let documented = |schema: &Value| json!({"description": "d", "content": content(schema)});
    let path =
        json!([{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}]);
    let body = json!({"required": true, "content": content(request)});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/things": {
                "get": {"responses": {"2XX": documented(&json!({"type": "array", "items": response}))}},
                "post": {"requestBody": body, "responses": {"201": documented(response), "422": documented(response)}},
            },
            "/things/{id}": {
                "parameters": path,
                "get": {"responses": {"200": documented(response)}},
                "put": {"requestBody": body, "responses": {"200": documented(request)}},
                "patch": {"requestBody": body, "responses": {"default": documented(response)}},
            },
        },
        "components": {"schemas": {
            "Tree": {"type": "object", "required": ["value"], "properties": {
                "value": {"type": "string"}, "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
            }},
            "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                "discriminator": {"propertyName": "kind", "mapping": {"tom": "#/components/schemas/Cat"}}},
            "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "claws": {"type": "integer"}}},
            "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "bark": {"type": "boolean"}}},
        }},
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_response_is_valid_and_complete(response in schema(), request in schema()) {
        let text = document(&response, &request).to_string();
        let document = Document::parse("random.json", text).expect("the text is readable");
        let samples = Samples::new(&document, []);
        let server = MockServer::builder(document.clone()).start().expect("a port is free");
        for operation in document.operations() {
            let schemas = operation.request_body().map(|body| body.media_types());
            let schema = schemas.and_then(|schemas| schemas.first()?.schema.clone());
            let body = match schema {
                Some(schema) => match samples.complete(&schema.pointer, Direction::Request) {
                    Some(body) => body.to_string(),
                    None => continue,
                },
                None => String::new(),
            };
            let path = operation.path().replace("{id}", "7");
            let sent = Request::builder()
                .method(operation.method().as_str())
                .uri(&path)
                .header("host", "localhost")
                .header("content-type", "application/json")
                .body(Bytes::from(body.clone()))
                .expect("a request");
            let response = server.respond_to(sent);
            let shown = format!("{} {path} {body}: {}", operation.method(), String::from_utf8_lossy(response.body()));
            // Without any value, the response is 406.
            if response.status() == 406 {
                prop_assert!(!server.notes().is_empty(), "{}", shown);
                continue;
            }
            prop_assert!(response.status().is_success(), "{} {}", response.status(), shown);
            let value: Value = serde_json::from_slice(response.body()).expect("JSON");
            let documented = operation.responses().next().expect("a response");
            let schema = documented.media_types()[0].schema.clone().expect("a schema");
            let violations = samples.violations(&schema.pointer, &value, Direction::Response);
            prop_assert!(violations.is_empty(), "{:?} {}", violations, shown);
            let is_empty = value.as_object().is_some_and(Map::is_empty);
            if is_empty && operation.method().as_str() == "GET" {
                // A documented empty example, or a schema without members for responses.
                let complete = samples.complete(&Pointer::clone(&schema.pointer), Direction::Response);
                prop_assert!(complete == Some(json!({})), "{}", shown);
                let sendable = document.all_of(schema).any(|part| {
                    part.members_of("properties").any(|(_, node)| !node.is_true("writeOnly"))
                });
                prop_assert!(!sendable, "{}", shown);
            }
        }
    }
}
