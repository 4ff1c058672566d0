//! Samples satisfy their schema, or there is none.

use oas::Direction::{Request, Response};
use oas::{Direction, Document, Pointer, sample};
use serde_json::{Value, json};

fn sample_of(schemas: &str, direction: Direction) -> Option<Value> {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    let text = format!("openapi: 3.0.3\ncomponents:\n  schemas:\n{indented}");
    let document = Document::parse("test.yaml", text).expect("the text is readable");
    sample(
        &document,
        &Pointer::parse("/components/schemas/A").expect("well-formed"),
        direction,
    )
}

#[test]
fn samples_have_what_is_required() {
    for (schema, expected) in [
        ("A: {}", json!({})),
        ("A: {type: string}", json!("string")),
        ("A: {type: string, minLength: 8}", json!("stringaa")),
        ("A: {type: string, maxLength: 2}", json!("aa")),
        (
            "A: {type: string, format: date-time}",
            json!("2026-01-31T12:00:00Z"),
        ),
        ("A: {type: string, pattern: '^[A-Z]{3}$'}", json!("AAA")),
        ("A: {type: string, enum: [x, y]}", json!("x")),
        ("A: {type: string, example: x}", json!("x")),
        ("A: {type: string, example: 1}", json!("string")),
        ("A: {type: integer}", json!(1)),
        (
            "A: {type: integer, minimum: 5, exclusiveMinimum: true, multipleOf: 4}",
            json!(8),
        ),
        ("A: {type: number, maximum: -3}", json!(-3.0)),
        (
            "A: {type: number, minimum: 0, maximum: 1, exclusiveMaximum: true}",
            json!(0.0),
        ),
        ("A: {type: boolean}", json!(true)),
        ("A: {type: array, items: {type: string}}", json!([])),
        (
            "A: {type: array, minItems: 2, items: {type: string}}",
            json!(["string", "string"]),
        ),
        (
            "A: {required: [a, c], properties: {a: {type: integer}, b: {}}}",
            json!({"a": 1, "c": {}}),
        ),
        (
            "A: {type: object, minProperties: 1, properties: {b: {type: string}}}",
            json!({"b": "string"}),
        ),
        (
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [c], properties: {c: {type: boolean}}}]}\nB: {type: object, required: [b], properties: {b: {type: string}}}",
            json!({"b": "string", "c": true}),
        ),
        (
            "A: {oneOf: [{type: string, enum: [x]}, {type: integer}]}",
            json!("x"),
        ),
        (
            "A: {type: object, required: [k], anyOf: [{properties: {k: {enum: [1]}}}, {type: string}]}",
            json!({"k": 1}),
        ),
    ] {
        assert_eq!(sample_of(schema, Response), Some(expected), "{schema}");
    }
}

#[test]
fn recursion_ends_where_it_can() {
    let optional = "A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}";
    assert_eq!(sample_of(optional, Response), Some(json!({})));
    let nullable = "A: {type: object, required: [a], properties: {a: {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}}}";
    assert_eq!(sample_of(nullable, Response), Some(json!({"a": null})));
    for endless in [
        "A: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}",
        "A: {type: object, required: [a], properties: {a: {allOf: [{$ref: '#/components/schemas/A'}]}}}",
        "A: {oneOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {$ref: '#/components/schemas/A'}",
    ] {
        assert_eq!(sample_of(endless, Response), None, "{endless}");
    }
}

#[test]
fn samples_travel_their_way() {
    let schema = "A: {required: [id, secret], properties: {id: {type: integer, readOnly: true}, secret: {type: string, writeOnly: true}}}";
    assert_eq!(
        sample_of(schema, Request),
        Some(json!({"secret": "string"}))
    );
    assert_eq!(sample_of(schema, Response), Some(json!({"id": 1})));
}
