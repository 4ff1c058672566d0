//! Complete and random samples: every property, bounded, and valid.

use indoc::formatdoc;
use oas::Direction::{Request, Response};
use oas::{Direction, Document, Pointer, Samples, Validators};
use serde_json::{Value, json};

fn document(schemas: &str) -> Document {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    let text = formatdoc! {"
        openapi: 3.0.3
        components:
          schemas:
        {indented}"};
    Document::parse("test.yaml", text).expect("the text is readable")
}

fn pointer() -> Pointer {
    Pointer::parse("/components/schemas/A").expect("well-formed")
}

fn complete(schemas: &str, direction: Direction) -> Option<Value> {
    let document = document(schemas);
    let value = Samples::new(&document, [pointer()]).complete(&pointer(), direction)?;
    let validator = Validators::new(&document).compile(&pointer(), direction);
    let validator = validator.expect("there is a schema");
    assert!(
        validator.is_valid(&(&value).into()),
        "{schemas}\n{value}: {:?}",
        validator.violations(&(&value).into())
    );
    Some(value)
}

#[test]
fn has_every_property_and_one_item() {
    for (schema, expected) in [
        (
            "A: {type: object, required: [b], properties: {a: {type: string}, b: {type: integer}, c: {type: array, items: {type: boolean}}}}",
            json!({"a": "string", "b": 1, "c": [true]}),
        ),
        (
            "A: {type: array, items: {type: object, properties: {n: {type: integer, default: 5}, e: {type: string, enum: [z, y]}}}}",
            json!([{"n": 5, "e": "z"}]),
        ),
        (
            "A: {type: array, minItems: 2, items: {type: integer, minimum: 10}}",
            json!([10, 10]),
        ),
        (
            "A: {type: array, maxItems: 0, items: {type: integer}}",
            json!([]),
        ),
        (
            "A: {type: object, additionalProperties: {type: integer}, minProperties: 2}",
            json!({"key": 1, "key2": 1}),
        ),
        (
            "A: {type: object, additionalProperties: {type: string, format: date}}",
            json!({"key": "2026-01-31"}),
        ),
        (
            "A: {type: object, minProperties: 1}",
            json!({"key": "string"}),
        ),
        (
            "A: {type: object, maxProperties: 1, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            json!({"b": "string"}),
        ),
        (
            "A: {type: object, properties: {s: {type: string, x-extensible-enum: [New, Old]}, n: {type: string, enum: [null, a], nullable: true}}}",
            json!({"s": "New", "n": "a"}),
        ),
        (
            "A: {allOf: [{type: object, properties: {a: {type: string, minLength: 2}}}, {properties: {a: {minLength: 8}, b: {type: integer}}}]}",
            json!({"a": "stringaa", "b": 1}),
        ),
    ] {
        assert_eq!(complete(schema, Response), Some(expected), "{schema}");
    }
}

#[test]
fn uses_valid_examples_only() {
    for (schema, expected) in [
        (
            "A: {type: object, example: {b: x}, properties: {b: {type: string}, c: {type: string}}}",
            json!({"b": "x"}),
        ),
        (
            "A: {type: object, properties: {b: {type: string, example: x}, c: {type: integer, example: many}}}",
            json!({"b": "x", "c": 1}),
        ),
        (
            "A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, c: {type: string}}}\nB: {type: object, example: {n: 1, m: wrong}, properties: {n: {type: integer}, m: {type: integer}}}",
            json!({"b": {"n": 1, "m": 1}, "c": "string"}),
        ),
        (
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {type: string}}}]}\nB: {type: object, example: {n: 7}, properties: {n: {type: integer}}}",
            json!({"n": 7, "c": "string"}),
        ),
    ] {
        assert_eq!(complete(schema, Response), Some(expected), "{schema}");
    }
}

#[test]
fn leaves_out_optional_recursion() {
    for (schema, expected) in [
        (
            "A: {type: object, properties: {n: {type: integer}, next: {$ref: '#/components/schemas/A'}}}",
            json!({"n": 1}),
        ),
        (
            "A: {type: object, required: [next], properties: {n: {type: integer}, next: {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}}}",
            json!({"n": 1, "next": null}),
        ),
        (
            "A: {type: object, required: [children], properties: {n: {type: integer}, children: {type: array, items: {$ref: '#/components/schemas/A'}}}}",
            json!({"n": 1, "children": []}),
        ),
        (
            "A: {type: object, properties: {n: {type: integer}, children: {type: array, items: {$ref: '#/components/schemas/A'}}}}",
            json!({"n": 1}),
        ),
    ] {
        assert_eq!(complete(schema, Response), Some(expected), "{schema}");
    }
}

#[test]
fn matches_exactly_one_of_overlapping_branches() {
    for (schema, expected) in [
        // Both accept any object with a string `a`.
        (
            "A: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, required: [a, b], properties: {a: {type: string}, b: {type: integer}}}]}",
            json!({"a": "string"}),
        ),
        (
            "A: {oneOf: [{type: object, properties: {a: {type: string}, id: {type: string}}}, {type: object, required: [id], properties: {id: {type: string}}}]}",
            json!({"a": "string"}),
        ),
        (
            "A: {oneOf: [{type: object, required: [k], properties: {k: {type: string}, a: {type: string}}}, {type: object, required: [k], properties: {k: {type: string}, b: {type: string}}}]}",
            json!({"k": "string", "a": "string", "b": 0}),
        ),
        ("A: {oneOf: [{type: integer}, {type: number}]}", json!(1.5)),
        (
            "A: {oneOf: [{type: integer, maximum: 9}, {type: integer, minimum: 0}]}",
            json!(10),
        ),
        (
            "A: {oneOf: [{type: string, maxLength: 9}, {type: string, maxLength: 12}]}",
            json!("aaaaaaaaaa"),
        ),
        (
            "A: {type: object, properties: {k: {type: string}}, anyOf: [{required: [k]}, {required: [j], properties: {j: {type: integer}}}]}",
            json!({"k": "string"}),
        ),
    ] {
        assert_eq!(complete(schema, Response), Some(expected), "{schema}");
    }
}

#[test]
fn names_the_branch_in_the_discriminator() {
    let pets = "
Cat: {type: object, required: [kind, claws], properties: {kind: {type: string}, claws: {type: integer}}}
Dog: {type: object, required: [kind, bark], properties: {kind: {type: string}, bark: {type: boolean}}}";
    for (schema, expected) in [
        (
            "A: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}",
            json!({"kind": "Cat", "claws": 1}),
        ),
        (
            "A: {oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind, mapping: {loud: '#/components/schemas/Dog', CAT: Cat}}}",
            json!({"kind": "loud", "bark": true}),
        ),
    ] {
        assert_eq!(
            complete(&format!("{schema}{pets}"), Response),
            Some(expected),
            "{schema}"
        );
    }
    let inherited = "
B: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {bird: '#/components/schemas/Bird'}}}
Bird: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, required: [wings], properties: {wings: {type: integer}}}]}";
    for (schema, expected) in [
        (
            "A: {$ref: '#/components/schemas/B'}",
            json!({"kind": "bird", "wings": 1}),
        ),
        (
            "A: {$ref: '#/components/schemas/Bird'}",
            json!({"kind": "bird", "wings": 1}),
        ),
        (
            "A: {type: array, items: {$ref: '#/components/schemas/B'}}",
            json!([{"kind": "bird", "wings": 1}]),
        ),
    ] {
        assert_eq!(
            complete(&format!("{schema}{inherited}"), Response),
            Some(expected),
            "{schema}"
        );
    }
}

#[test]
fn omits_properties_of_the_other_direction() {
    let schema = "A: {type: object, properties: {id: {type: integer, readOnly: true}, secret: {type: string, writeOnly: true}, n: {type: integer}}}";
    assert_eq!(complete(schema, Response), Some(json!({"id": 1, "n": 1})));
    assert_eq!(
        complete(schema, Request),
        Some(json!({"secret": "string", "n": 1}))
    );
}

/// Each level has ten properties of the next one: more than any response should have.
#[test]
fn is_bounded_in_size() {
    let mut schemas = "A: {type: object, properties: {s: {type: string}, a: {$ref: '#/components/schemas/B0'}}}\n".to_owned();
    for level in 0..8 {
        let property =
            |number| format!("p{number}: {{$ref: '#/components/schemas/B{}'}}", level + 1);
        let properties: Vec<_> = (0..10).map(property).collect();
        schemas += &format!(
            "B{level}: {{type: object, properties: {{s: {{type: string}}, {}}}}}\n",
            properties.join(", ")
        );
    }
    schemas += "B8: {type: object, properties: {s: {type: string}}}\n";
    let value = complete(&schemas, Response).expect("there is a value");
    let text = value.to_string();
    assert!(text.len() < 20_000, "{}", text.len());
    assert_eq!(value["a"]["p9"]["s"], "string", "breadth goes before depth");
}

#[test]
fn is_random_but_valid() {
    let schemas = "A: {type: object, required: [kind], properties: {kind: {enum: [a, b, c]}, n: {type: integer, minimum: 1, maximum: 9}, at: {type: string, format: date-time}, name: {type: string, example: Ann}, list: {type: array, items: {type: string, pattern: '^[a-z]{3}$'}}}}";
    let document = document(schemas);
    let samples = Samples::new(&document, [pointer()]);
    let validator = Validators::new(&document).compile(&pointer(), Response);
    let validator = validator.expect("there is a schema");
    let run = |seed: u64| -> Vec<Value> {
        let mut state = seed;
        let mut draw = move |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        };
        (0..20)
            .filter_map(|_| samples.random(&pointer(), Response, &mut draw))
            .collect()
    };
    let values = run(1);
    assert_eq!(values.len(), 20);
    assert_eq!(values, run(1), "the numbers decide");
    assert_ne!(values, run(2));
    for value in &values {
        assert!(validator.is_valid(&value.into()), "{value}");
        assert_eq!(
            value.as_object().map(serde_json::Map::len),
            Some(5),
            "{value}"
        );
    }
}
