//! Samples satisfy their schema, or there is none.

use indoc::formatdoc;
use oas::Direction::{Request, Response};
use oas::{Direction, Document, Pointer, Validators, sample};
use proptest::prelude::*;
use serde_json::{Value, json};

fn sample_of(schemas: &str, direction: Direction) -> Option<Value> {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    let text = formatdoc! {"
        openapi: 3.0.3
        components:
          schemas:
        {indented}"};
    let document = Document::parse("test.yaml", text).expect("the text is readable");
    sample(
        &document,
        &Pointer::parse("/components/schemas/A").expect("well-formed"),
        direction,
    )
}

#[test]
fn samples_have_the_required_properties() {
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
            json!(0.5),
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
fn samples_match_patterns() {
    for (pattern, rest, expected) in [
        (r"^[A-Z]{2}\d{4}-[a-f0-9]+$", "", "AA0000-a"),
        (r"^\+?[1-9]\d{1,14}$", ", minLength: 6", "+10000"),
        (r"^(?:urn:)(?<kind>task|note):\w+$", "", "urn:task:a"),
        (r"^#[0-9a-fA-F]{6}$", "", "#aaaaaa"),
        (r"[.]csv$", ", minLength: 4", ".csv"),
        (r"^\p{Lu}\p{Ll}*$", ", minLength: 4, maxLength: 4", "Aaaa"),
        (r"^[^a-zA-Z0-9]$", "", "-"),
        (r"^a|b$", "", "a"),
        (
            r"^[a-z]+(\.[a-z]+)*$",
            ", minLength: 9, maxLength: 20",
            "aaa.aaa.aaa",
        ),
        (r"^.{1000}$", "", &"a".repeat(1000)),
        (r"^(){4000000000}(){4000000000}$", "", ""),
        // Not a regular expression, or too large a one: it is omitted wherever values are
        // validated.
        (r"^[A-Z{3}$", "", "string"),
        (r"^(a?){1000000}$", "", "string"),
        (r"^(?!a)A.*$", ", maxLength: 1", "A"),
        (r"^\d{4}-\d{2}-\d{2}$", ", format: date", "2026-01-31"),
    ] {
        let schema = format!("A: {{type: string, pattern: '{pattern}'{rest}}}");
        assert_eq!(
            sample_of(&schema, Response),
            Some(json!(expected)),
            "{schema}"
        );
    }
    for (nothing, rest) in [
        (r"^[^\s\S]$", ""),
        ("^(?=b)a$", ""),
        // The repetitions multiply, and none of the lengths that are tried is this one.
        ("^(?:ab*)*$", ", minLength: 65536, maxLength: 65536"),
    ] {
        let schema = format!("A: {{type: string, pattern: '{nothing}'{rest}}}");
        assert_eq!(sample_of(&schema, Response), None, "{schema}");
    }
}

#[test]
fn items_are_unique_if_required() {
    for (items, expected) in [
        ("{type: string}", json!(["string", "string1", "string2"])),
        ("{type: string, maxLength: 1}", json!(["a", "1", "2"])),
        (
            "{type: string, pattern: '^[a-z]+$'}",
            json!(["a", "b", "c"]),
        ),
        ("{type: string, pattern: '^x+$'}", json!(["x", "xx", "xxx"])),
        (
            "{type: string, pattern: '^[xy][01]$'}",
            json!(["x0", "y0", "x1"]),
        ),
        (
            "{type: string, pattern: '^(one|two|six)$'}",
            json!(["one", "two", "six"]),
        ),
        ("{type: integer, maximum: 2}", json!([1, 2, 0])),
        (
            "{type: number, minimum: 0, maximum: 1}",
            json!([0.5, 0.75, 0.5 + 0.5 * (2.0 / 3.0)]),
        ),
        ("{enum: [x, y, x, z]}", json!(["x", "y", "z"])),
        (
            "{type: string, format: date}",
            json!(["2026-01-31", "2027-01-31", "2028-01-31"]),
        ),
        (
            "{type: string, format: ipv4}",
            json!(["192.0.2.1", "192.0.2.2", "192.0.2.3"]),
        ),
        (
            "{type: string, format: time}",
            json!(["12:00:00Z", "12:00:01Z", "12:00:02Z"]),
        ),
        (
            "{type: string, format: duration}",
            json!(["P1D", "P2D", "P3D"]),
        ),
        (
            "{type: string, format: byte}",
            json!(["c3RyaW5n", "c3RyaW5n0001", "c3RyaW5n0002"]),
        ),
        (
            "{type: string, format: json-pointer}",
            json!(["/a", "/a1", "/a2"]),
        ),
        ("{type: string, format: regex}", json!(["a+", "a1+", "a2+"])),
        ("{type: integer, example: 7}", json!([7, 2, 3])),
        (
            "{oneOf: [{type: string}, {type: boolean}]}",
            json!(["string", "string1", "string2"]),
        ),
        (
            "{type: object, required: [a], properties: {a: {type: integer}}}",
            json!([{"a": 1}, {"a": 2}, {"a": 3}]),
        ),
        (
            "{type: array, minItems: 2, uniqueItems: true, items: {type: integer}}",
            json!([[1, 2], [2, 3], [3, 4]]),
        ),
    ] {
        let schema = format!("A: {{type: array, minItems: 3, uniqueItems: true, items: {items}}}");
        assert_eq!(sample_of(&schema, Response), Some(expected), "{items}");
    }
    for items in [
        "{type: boolean}",
        "{enum: [x, y]}",
        "{type: integer, minimum: 1, maximum: 2}",
    ] {
        let schema = format!("A: {{type: array, minItems: 3, uniqueItems: true, items: {items}}}");
        assert_eq!(sample_of(&schema, Response), None, "{items}");
    }
    let huge = "A: {type: array, minItems: 1000000000000}";
    assert_eq!(sample_of(huge, Response), None);
}

#[test]
fn ends_optional_recursion() {
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
fn omits_properties_of_the_other_direction() {
    let schema = "A: {required: [id, secret], properties: {id: {type: integer, readOnly: true}, secret: {type: string, writeOnly: true}}}";
    assert_eq!(
        sample_of(schema, Request),
        Some(json!({"secret": "string"}))
    );
    assert_eq!(sample_of(schema, Response), Some(json!({"id": 1})));
}

/// Schemas that are satisfiable by construction.
fn satisfiable() -> impl Strategy<Value = Value> {
    let string = (0..9u8, 0..9u8).prop_map(
        |(least, more)| json!({"type": "string", "minLength": least, "maxLength": least + more}),
    );
    let formats = ["date", "date-time", "uuid", "email", "uri", "ipv4", "ipv6"];
    let formatted = prop::sample::select(formats.to_vec())
        .prop_map(|format| json!({"type": "string", "format": format}));
    let bounded = |kind: &'static str| {
        (-50..50i32, 2..50i32, any::<bool>(), any::<bool>()).prop_map(
            move |(least, more, above, below)| {
                json!({
                    "type": kind, "minimum": least, "maximum": least + more,
                    "exclusiveMinimum": above, "exclusiveMaximum": below,
                })
            },
        )
    };
    let listed = prop::collection::vec(0..9u8, 1..4).prop_map(|values| json!({"enum": values}));
    let open = prop::sample::select(vec![
        json!({}),
        json!({"type": "boolean"}),
        json!({"type": "string", "nullable": true, "example": 1}),
        json!({"type": "integer", "multipleOf": 7, "minimum": 8}),
        json!({"type": "string", "pattern": "^[A-Z]{3}$"}),
    ]);
    let leaf = prop_oneof![
        string,
        formatted,
        bounded("integer"),
        bounded("number"),
        listed,
        open
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let object = |names: [&'static str; 2]| {
            (inner.clone(), inner.clone(), any::<bool>()).prop_map(move |(a, b, both)| {
                let required = if both { &names[..] } else { &names[..1] };
                json!({"type": "object", "required": required, "properties": {names[0]: a, names[1]: b}})
            })
        };
        prop_oneof![
            object(["a", "b"]),
            (inner.clone(), 0..3u8)
                .prop_map(|(items, least)| json!({"type": "array", "items": items, "minItems": least})),
            (0..9u8).prop_map(
                |least| json!({"type": "array", "items": {"type": "string"}, "minItems": least, "uniqueItems": true})
            ),
            (object(["a", "b"]), object(["c", "d"]))
                .prop_map(|(one, other)| json!({"allOf": [one, other]})),
            object(["a", "b"]).prop_map(|one| json!({"oneOf": [one, {"type": "integer"}]})),
        ]
    })
}

proptest! {
    #[test]
    fn satisfies_every_satisfiable_schema(schema in satisfiable()) {
        let text = json!({"openapi": "3.0.3", "components": {"schemas": {"A": schema}}});
        let document = Document::parse("test.json", text.to_string()).expect("the text is readable");
        let pointer = Pointer::parse("/components/schemas/A").expect("well-formed");
        for direction in [Request, Response] {
            let value = sample(&document, &pointer, direction);
            prop_assert!(value.is_some(), "there is a value for {schema}");
            let validator = Validators::new(&document).compile(&pointer, direction);
            let valid = validator.is_ok_and(|validator| value.is_some_and(|value| validator.is_valid(&(&value).into())));
            prop_assert!(valid, "{schema}");
        }
    }
}
