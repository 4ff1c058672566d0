//! Schemas of OpenAPI 3.0, interpreted as authors use them.

use indoc::formatdoc;
use oas::Direction::{Request, Response};
use oas::{Direction, Document, Pointer, Validators};
use serde_json::{Value, json};

/// A document with the given schemas.
fn schemas(text: &str) -> Document {
    let indented: String = text.lines().map(|line| format!("    {line}\n")).collect();
    let text = formatdoc! {"
        openapi: 3.0.3
        components:
          schemas:
        {indented}"};
    Document::parse("test.yaml", text).expect("the text is readable")
}

/// The violations of the schema `A`, one per line: pointer in the value, pointer in the document,
/// keyword, message.
fn violations(document: &Document, direction: Direction, value: &Value) -> Vec<String> {
    let pointer = Pointer::parse("/components/schemas/A").expect("well-formed");
    let validators = Validators::new(document);
    let validator = validators.compile(&pointer, direction).expect("compiles");
    let found = validator.violations(&value.into());
    assert_eq!(
        found.is_empty(),
        validator.is_valid(&value.into()),
        "{value}"
    );
    let set = validators
        .compile_all([pointer.clone()], direction)
        .expect("compiles");
    assert_eq!(found, set.violations(&pointer, &value.into()), "{value}");
    let line = |violation: &oas::Violation| {
        let schema = violation
            .schema
            .as_str()
            .trim_start_matches("/components/schemas");
        format!(
            "{} · {schema} · {} · {}",
            violation.instance, violation.keyword, violation.message
        )
    };
    found.iter().map(line).collect()
}

#[track_caller]
fn accepts(document: &Document, value: Value) {
    assert_eq!(
        violations(document, Response, &value),
        [] as [String; 0],
        "{value}"
    );
}

#[track_caller]
fn rejects(document: &Document, value: Value, expected: &[&str]) {
    assert_eq!(violations(document, Response, &value), expected, "{value}");
}

#[test]
fn nullable_accepts_null() {
    for schema in [
        "A: {type: string, nullable: true}",
        "A: {type: string, nullable: true, enum: [x]}",
        "A: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}\nB: {type: string}",
        "A: {nullable: true, type: string, oneOf: [{minLength: 3}, {enum: [x]}]}",
        "A: {nullable: true, $ref: '#/components/schemas/B'}\nB: {type: string}",
        "A: {$ref: '#/components/schemas/B'}\nB: {type: string, nullable: true}",
    ] {
        let document = schemas(schema);
        accepts(&document, json!(null));
        accepts(&document, json!("x"));
        assert_ne!(
            violations(&document, Response, &json!(1)),
            [] as [String; 0],
            "{schema}"
        );
    }
    rejects(
        &schemas("A: {allOf: [{type: string}]}"),
        json!(null),
        &["null is not a string"]
            .map(|_| " · /A/allOf/0/type · type · expected a string, found null"),
    );
}

#[test]
fn locates_violations_beside_nullable() {
    let document = schemas(concat!(
        "A: {type: object, properties: {b: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}, else: {type: string}}}\n",
        "B: {type: object, required: [c], properties: {c: {type: string, nullable: true}}}",
    ));
    accepts(&document, json!({"b": null}));
    rejects(
        &document,
        json!({"b": {}}),
        &["/b · /B/required · required · `c` is required"],
    );
    rejects(
        &document,
        json!({"b": {"c": 1}, "else": 2}),
        &[
            "/b/c · /B/properties/c/type · type · expected a string or null, found number 1",
            "/else · /A/properties/else/type · type · expected a string, found number 2",
        ],
    );
}

#[test]
fn exclusive_bounds_are_booleans() {
    let document = schemas(
        "A: {type: number, minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false}",
    );
    accepts(&document, json!(2));
    accepts(&document, json!(1.5));
    rejects(
        &document,
        json!(1),
        &[" · /A/exclusiveMinimum · exclusiveMinimum · 1 is not more than 1"],
    );
    rejects(
        &document,
        json!(3),
        &[" · /A/maximum · maximum · 3 is more than the maximum of 2"],
    );
}

#[test]
fn rejects_properties_of_the_other_direction() {
    let document = schemas(concat!(
        "A:\n",
        "  required: [id, secret, name, by]\n",
        "  properties:\n",
        "    id: {type: string, readOnly: true}\n",
        "    secret: {type: string, writeOnly: true}\n",
        "    name: {type: string}\n",
        "    by: {$ref: '#/components/schemas/By'}\n",
        "  allOf:\n",
        "  - {required: [at]}\n",
        "  - {properties: {at: {allOf: [{type: string}], readOnly: true}}}\n",
        "By: {type: string, readOnly: true}",
    ));
    assert_eq!(
        violations(&document, Request, &json!({"name": "n", "secret": "s"})),
        [] as [String; 0]
    );
    assert_eq!(
        violations(&document, Request, &json!({"id": "i", "name": "n"})),
        [
            " · /A/required · required · `secret` is required",
            "/id · /A/properties/id · readOnly · `id` is read-only: a request must not have it",
        ]
    );
    accepts(
        &document,
        json!({"id": "i", "name": "n", "by": "b", "at": "t"}),
    );
    rejects(
        &document,
        json!({"id": "i", "name": "n", "by": "b", "at": "t", "secret": "s"}),
        &[
            "/secret · /A/properties/secret · writeOnly · `secret` is write-only: a response must not have it",
        ],
    );
}

#[test]
fn formats_are_asserted() {
    for (schema, good, bad) in [
        (
            "format: date-time",
            json!("2023-06-11T13:00:00+00:00"),
            json!("2023-06-11 13:00"),
        ),
        ("format: date", json!("2024-02-29"), json!("2023-02-29")),
        (
            "format: uuid",
            json!("123e4567-e89b-12d3-a456-426614174000"),
            json!("x"),
        ),
        ("format: email", json!("a@example.com"), json!("a")),
        (
            "format: uri",
            json!("https://example.com/?q"),
            json!("example.com/ x"),
        ),
        ("format: byte", json!("TWE="), json!("TWE")),
        ("format: int32", json!(-2147483648i64), json!(2147483648i64)),
        ("format: int64", json!(i64::MIN), json!(u64::MAX)),
        ("type: string, pattern: '^\\d+$'", json!("12"), json!("1a")),
    ] {
        let document = schemas(&format!("A: {{{schema}}}"));
        accepts(&document, good);
        assert_eq!(violations(&document, Response, &bad).len(), 1, "{schema}");
    }
    accepts(
        &schemas("A: {type: string, format: house-number}"),
        json!("any"),
    );
    rejects(
        &schemas("A: {type: integer, format: int32}"),
        json!(3_000_000_000u32),
        &[" · /A/format · format · 3000000000 does not fit into 32 bits"],
    );
    rejects(
        &schemas("A: {type: string, format: date-time}"),
        json!("soon"),
        &[
            " · /A/format · format · \"soon\" is not a valid date-time, such as 2026-01-31T12:00:00Z",
        ],
    );
}

#[test]
fn locates_each_additional_property() {
    let document = schemas("A: {type: object, properties: {a: {}}, additionalProperties: false}");
    rejects(
        &document,
        json!({"a": 1, "b/c": 2}),
        &[
            "/b~1c · /A/additionalProperties · additionalProperties · `b/c` is not a property that the schema allows",
        ],
    );
}

#[test]
fn reports_only_the_closest_branch() {
    let document = schemas(concat!(
        "A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: array}, {type: string}]}\n",
        "B: {type: object, required: [b], properties: {b: {type: string}}}",
    ));
    rejects(
        &document,
        json!({"b": 1}),
        &["/b · /B/properties/b/type · type · expected a string, found number 1"],
    );
    rejects(
        &document,
        json!(1),
        &[" · /A/oneOf · oneOf · 1 matches none of the schemas of `oneOf`"],
    );
    rejects(
        &schemas("A: {oneOf: [{type: string}, {minLength: 1}]}"),
        json!("x"),
        &[" · /A/oneOf · oneOf · \"x\" matches more than one of the schemas of `oneOf`"],
    );
}

#[test]
fn validates_recursive_references() {
    let document = schemas(
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, list: {type: array, items: {$ref: '#/components/schemas/A/properties/n'}}, n: {type: integer}}}",
    );
    accepts(&document, json!({"a": {"a": {"a": {}}}, "list": [1, 2]}));
    rejects(
        &document,
        json!({"a": {"a": {"list": [0, "x"]}}}),
        &["/a/a/list/1 · /A/properties/n/type · type · expected an integer, found string \"x\""],
    );
    for circle in [
        "A: {$ref: '#/components/schemas/A'}",
        "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}",
        "A: {allOf: [{$ref: '#/components/schemas/A'}, {type: string}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/B'}]}\nB: {oneOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {not: {$ref: '#/components/schemas/A'}}",
    ] {
        // The accepted values are unspecified; validation has to end.
        violations(&schemas(circle), Response, &json!("x"));
    }
}

#[test]
fn ignores_an_invalid_keyword_only() {
    for defect in [
        "type: strin",
        "required: true",
        "pattern: '('",
        "minLength: '3'",
        "enum: []",
        "allOf: []",
        "allOf: [{$ref: '#/nowhere'}, {$ref: 'other.yaml'}, 1]",
        "properties: [a]",
        "items: [1]",
        "multipleOf: 0",
        "exclusiveMinimum: 3",
        "format: 3",
        "$schema: nonsense",
        "$id: ':'",
        "$anchor: x",
        "if: 1",
    ] {
        let document = schemas(&format!("A: {{{defect}, maximum: 3}}"));
        rejects(
            &document,
            json!(4),
            &[" · /A/maximum · maximum · 4 is more than the maximum of 3"],
        );
    }
}

#[test]
fn long_chains_of_references_do_not_exhaust_the_stack() {
    let mut text = String::new();
    for number in 0..20_000 {
        let next = number + 1;
        text.push_str(&format!(
            "S{number}: {{allOf: [{{$ref: '#/components/schemas/S{next}'}}]}}\n"
        ));
    }
    text.push_str("S20000: {type: string}\nA: {$ref: '#/components/schemas/S19000'}");
    let document = schemas(&text);
    rejects(
        &document,
        json!(1),
        &[" · /S20000/type · type · expected a string, found number 1"],
    );
}

#[test]
fn rejects_an_absent_schema() {
    let document = schemas("A: {}");
    let nowhere = Pointer::parse("/components/schemas/B").expect("well-formed");
    let error = Validators::new(&document)
        .compile(&nowhere, Request)
        .expect_err("there is nothing");
    assert_eq!(
        error.to_string(),
        "compile the schema at /components/schemas/B: there is nothing"
    );
}

/// Each level of the value is validated in two branches, so that the violations double with it.
#[test]
fn summarises_exponential_violations() {
    let branch = "{type: object, properties: {below: {$ref: '#/components/schemas/A'}}";
    let document = schemas(&format!(
        "A: {{anyOf: [{branch}}}, {branch}, required: [x]}}]}}"
    ));
    let value = (0..18).fold(json!(1), |below, _| json!({ "below": below }));
    assert_eq!(
        violations(&document, Response, &value),
        [" · /A ·  · the value is invalid, with too many violations to list"]
    );
}
