//! Random input: loading, linting and reporting end, and every value that was read has its
//! position.

use oas::lint::Lint;
use oas::report::{Format, Report};
use oas::{Document, Pointer};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A document with anchors, aliases, merge keys, all styles of scalars, comments, flow and block
/// collections.
const DOCUMENT: &str = "\
openapi: 3.0.3 # version
info: {title: \"Ti\\u00e9tle 😀\", version: '1''0'}
x-base: &base
  type: object
  required: [a, \"b\"]
paths:
  /tasks/{id}:
    get:
      operationId: getTask
      parameters: [{$ref: '#/components/parameters/P'}, {name: id, in: path, required: true, schema: {type: integer}}]
      deprecated: true
      x-sunset: '2026-01-01'
      description: |
        First line
          second
      responses:
        200: {description: >-
          folded
          text, $ref: '#/components/responses/R'}
        201: {$ref: '#/components/responses/R'}
        default:
          <<: *base
          description: ~
servers: [{url: 'http://{host}/', variables: {host: {default: h}}}]
security: [{key: [a]}, {oauth: [b]}]
tags: [{name: t, description: <b onclick=x>}]
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: k}
    oauth: {type: oauth2, flows: {implicit: {authorizationUrl: u, scopes: {b: c}}}}
  parameters:
    P: {name: token, in: query, required: true, schema: {$ref: '#/components/schemas/C'}, example: x}
  responses:
    R:
      description: d
      headers: {H: {schema: {type: string, format: date}, example: '2026-01-01'}}
      content: {application/json: {schema: {$ref: '#/components/schemas/C'}, examples: {e: {value: {c: [1, null]}}}}}
  schemas:
    A: *base
    B:
      - 1.5
      - -
      - ? a
        : b
    C:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/D'}]
      discriminator: {propertyName: c, mapping: {x: '#/components/schemas/D'}}
    D:
      type: object
      required: [c]
      properties:
        c: {type: array, nullable: true, items: {$ref: '#/components/schemas/C'}, minItems: 1, maxItems: 2}
        d: {type: number, minimum: 1, exclusiveMinimum: true, enum: [1, 2], default: 2}
        e: {type: string, pattern: '^a+$', format: uri, maxLength: 3, readOnly: true, example: https://h?token=x}
      additionalProperties: {allOf: [{$ref: '#/components/schemas/D'}]}
      x-lint-allow: {type-missing: r}
";

/// Asserts the properties of any document that could be read.
fn check(document: &Document) {
    let text = document.text();
    let mut open = vec![(Pointer::root(), document.root(), 0)];
    while let Some((pointer, value, depth)) = open.pop() {
        assert!(depth <= 256);
        let map = document.source_map();
        let span = map.value(&pointer).expect("every value has a place");
        assert!(
            text.get(span.start..span.end).is_some(),
            "{pointer}: {span:?}"
        );
        assert_eq!(document.get(&pointer), Some(value), "{pointer}");
        if let Some(key) = map.key(&pointer) {
            assert!(text.get(key.start..key.end).is_some(), "{pointer}: {key:?}");
        }
        let location = document.locate(&pointer);
        assert!(location.line >= 1 && location.column >= 1);
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(index, item)| (pointer.index(index), item, depth + 1)));
            }
            Value::Object(members) => {
                let members = members.iter();
                open.extend(members.map(|(key, member)| (pointer.join(key), member, depth + 1)));
            }
            _ => {}
        }
    }
}

fn feed(text: String) {
    if let Ok(document) = Document::parse("x", text) {
        check(&document);
        let published = [Document::parse("getTask.200.json", "{\"c\": [null]}").expect("readable")];
        let lint = Lint {
            published: Some(&published),
            today: chrono::NaiveDate::from_ymd_opt(2026, 1, 1),
            selection: oas::lint::Selection::all(),
            ..Lint::new(&document)
        };
        let (found, sources) = (lint.run(), lint.sources());
        let report = Report {
            sources: &sources,
            diagnostics: &found,
            rules: &[],
        };
        for (_, format) in Format::ALL {
            report.render(format, false);
        }
    }
}

#[test]
fn the_document_that_is_mutated_can_be_read() {
    check(&Document::parse("x", DOCUMENT).expect("readable"));
}

proptest! {
    #[test]
    fn loading_any_text_terminates(text in any::<String>()) {
        feed(text);
    }

    #[test]
    fn loading_any_tokens_terminates(tokens in prop::collection::vec(token(), 0..60)) {
        feed(tokens.concat());
        feed(format!("openapi: 3.0.3\n{}", tokens.concat()));
    }

    #[test]
    fn linting_any_inserted_value_terminates(edits in prop::collection::vec((any::<prop::sample::Index>(), replacement()), 1..8)) {
        let document = Document::parse("x", DOCUMENT).expect("readable");
        let mut root = document.root().clone();
        for (place, value) in edits {
            let places = places(&root);
            if let Some(there) = root.pointer_mut(place.get(&places[..]).as_str()) {
                *there = value;
            }
        }
        if let Some(root) = root.as_object_mut() {
            root.insert("openapi".to_owned(), json!("3.0.3"));
        }
        feed(root.to_string());
    }

    #[test]
    fn linting_any_mutation_terminates(cuts in prop::collection::vec((0..DOCUMENT.len(), 0..40usize, token()), 1..6)) {
        let mut text = DOCUMENT.to_owned();
        for (start, length, token) in cuts {
            let start = boundary(&text, start);
            let end = boundary(&text, start + length);
            text.replace_range(start..end, token);
        }
        feed(text);
    }
}

/// Random replacement of a value.
fn replacement() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(-1.5),
        json!(1e300),
        json!(""),
        json!("é/~{}"),
        json!("#/components/schemas/C"),
        json!([]),
        json!([null, {}, []]),
        json!([["a"], "a"]),
        json!({}),
        json!({"": {"$ref": 1}}),
        json!({"$ref": "#"}),
        json!({"$ref": "#/components/schemas/C"}),
        json!({"type": "object", "properties": {"a": null}}),
    ])
}

/// Every pointer in a value, its own first.
fn places(value: &Value) -> Vec<String> {
    let mut open = vec![(String::new(), value)];
    let mut found = Vec::new();
    while let Some((place, value)) = open.pop() {
        let below =
            |token: String| format!("{place}/{}", token.replace('~', "~0").replace('/', "~1"));
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(index, item)| (below(index.to_string()), item)));
            }
            Value::Object(members) => {
                let members = members.iter();
                open.extend(members.map(|(key, member)| (below(key.clone()), member)));
            }
            _ => {}
        }
        found.push(place);
    }
    found
}

/// The nearest offset at or before `at` at which a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

fn token() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "b: ",
        "é",
        "😀",
        "- ",
        "? ",
        ": ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "\n",
        "\r\n",
        "\t",
        "  ",
        " ",
        "#",
        "&a ",
        "*a",
        "<<: ",
        "'",
        "\"",
        "|",
        ">",
        "|-\n",
        "!!str ",
        "!x ",
        "%",
        "@",
        "`",
        "---\n",
        "...\n",
        "\\",
        "\\u00e9",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "1",
        "~",
        "$ref: '#/a'",
        "paths:\n",
        "type: object\n",
        "\"\\ud83d\\ude00\"",
        "%YAML 1.2\n",
    ])
}
