//! Documents that the generator rejects or panics on: the error names the part, in one line.

use client_codegen::{Settings, generate};

/// An operation with the given responses, request body schema and component schemas (YAML flow, one
/// line each).
fn document(responses: &str, body: &str, schemas: &str) -> String {
    format!(
        "openapi: 3.0.3
info: {{title: Orders, version: '1'}}
paths:
  /orders:
    post:
      operationId: placeOrder
      requestBody: {{content: {{application/json: {{schema: {body}}}}}}}
      responses: {responses}
  /health:
    get: {{operationId: health, responses: {{'204': {{description: fine}}}}}}
components:
  schemas:
    Fine: {{type: object, properties: {{id: {{type: string}}}}}}
    Problem: {{type: object, properties: {{code: {{type: string}}}}}}
    Other: {{type: object, properties: {{text: {{type: string}}}}}}
{schemas}"
    )
}

fn json(schema: &str) -> String {
    format!("{{description: d, content: {{application/json: {{schema: {schema}}}}}}}")
}

const FINE: &str = "{$ref: '#/components/schemas/Fine'}";
const PROBLEM: &str = "{$ref: '#/components/schemas/Problem'}";
const OTHER: &str = "{$ref: '#/components/schemas/Other'}";

/// The error, or the notes.
fn outcome(text: &str) -> String {
    match generate(text, &Settings::new("crate::generated")) {
        Ok(generated) if generated.notes.is_empty() => "generated".to_owned(),
        Ok(generated) => {
            let notes: Vec<_> = generated.notes.iter().map(ToString::to_string).collect();
            format!("generated with notes: {}", notes.join("; "))
        }
        Err(error) => error.to_string(),
    }
}

fn all() -> Vec<(&'static str, String)> {
    let ok = format!("{{'201': {}}}", json(FINE));
    let two_errors = format!(
        "{{'201': {}, '400': {}, '500': {}}}",
        json(FINE),
        json(PROBLEM),
        json(OTHER)
    );
    let default = format!("{{'201': {}, default: {}}}", json(FINE), json(PROBLEM));
    let bodiless = format!(
        "{{'201': {}, '400': {}, '500': {{description: d}}}}",
        json(FINE),
        json(PROBLEM)
    );
    let schema = |schema: &str| document(&ok, FINE, &format!("    Bad: {schema}\n"));
    vec![
        ("two error types", document(&two_errors, FINE, "")),
        ("default beside a typed 201", document(&default, FINE, "")),
        ("an error without a body", document(&bodiless, FINE, "")),
        (
            "a dangling reference in the body",
            document(&ok, "{$ref: '#/components/schemas/Nowhere'}", ""),
        ),
        (
            "a dangling reference in a property",
            schema("{type: object, properties: {a: {$ref: '#/components/schemas/Nowhere'}}}"),
        ),
        ("a component that is not a schema", schema("5")),
        (
            "a property that is not a schema",
            schema("{type: object, properties: {a: {type: object, properties: {b: 5}}}}"),
        ),
        (
            "an enum of another type",
            schema("{type: object, properties: {a: {type: integer, enum: [x]}}}"),
        ),
        (
            "an invalid pattern",
            schema("{type: object, properties: {a: {type: string, pattern: '['}}}"),
        ),
        (
            "a cycle of allOf",
            schema("{allOf: [{$ref: '#/components/schemas/Bad'}]}"),
        ),
        (
            "a cycle of two allOf",
            schema(
                "{allOf: [{$ref: '#/components/schemas/Worse'}, {type: object}]}\n    Worse: {allOf: [{$ref: '#/components/schemas/Bad'}, {type: object, properties: {z: {type: string}}}]}",
            ),
        ),
        (
            "a cycle of references",
            schema(
                "{$ref: '#/components/schemas/Worse'}\n    Worse: {$ref: '#/components/schemas/Bad'}",
            ),
        ),
        (
            "two components of one name",
            schema("{type: object}\n    bad: {type: string, x-extensible-enum: [a]}"),
        ),
        (
            "two objects of one name",
            schema("{type: object}\n    bad: {type: object, properties: {a: {type: string}}}"),
        ),
        (
            "a reserved component name",
            schema("{type: object}\n    error: {type: object}"),
        ),
        (
            "`not` in a property",
            schema(
                "{type: object, properties: {a: {not: {type: object, properties: {b: {type: string}}}}}}",
            ),
        ),
        (
            "a cycle through not",
            schema("{not: {$ref: '#/components/schemas/Bad'}}"),
        ),
        (
            "an array of itself",
            schema("{type: array, items: {$ref: '#/components/schemas/Bad'}}"),
        ),
        ("a deep nest", schema(&deep(56))),
        (
            "an inline body schema",
            document(
                &ok,
                "{type: object, properties: {a: {type: array, items: {$ref: '#/nowhere'}}}}",
                "",
            ),
        ),
        (
            "an undeclared path parameter",
            schema("{}").replace("/orders:", "/orders/{id}:"),
        ),
        (
            "no operationId",
            schema("{}").replace("operationId: health, ", ""),
        ),
        (
            "the same operationId twice",
            schema("{}").replace("operationId: health", "operationId: placeOrder"),
        ),
        (
            "two operationIds of one name",
            schema("{}").replace("operationId: health", "operationId: place_order"),
        ),
        (
            "a later version of OpenAPI",
            schema("{}").replace("3.0.3", "3.1.0"),
        ),
        (
            "no info",
            schema("{}").replace("info: {title: Orders, version: '1'}", ""),
        ),
        (
            "a duplicate key",
            schema("{}").replace("info: ", "info: {title: t, version: '1'}\ninfo: "),
        ),
        ("text that is not YAML", "a: [".to_owned()),
        ("a string instead of a document", "just text".to_owned()),
        ("an empty document", String::new()),
    ]
}

fn deep(levels: usize) -> String {
    let open = "{type: object, properties: {a: ".repeat(levels);
    format!("{open}{{type: string}}{}", "}}".repeat(levels))
}

#[test]
fn error_names_the_rejected_part_in_one_line() {
    let report: Vec<_> = all()
        .iter()
        .map(|(name, text)| format!("{name}\n    {}", outcome(text)))
        .collect();
    for line in &report {
        assert_eq!(line.lines().count(), 2, "not one line: {line}");
    }
    assert_snapshot!(report.join("\n"));
}

/// Runs the test above in a separate process, as a build does, and checks its output.
#[test]
fn suppresses_panics_of_the_generator() -> std::io::Result<()> {
    let output = std::process::Command::new(std::env::current_exe()?)
        .args([
            "--exact",
            "rejections::error_names_the_rejected_part_in_one_line",
            "--nocapture",
        ])
        .env("RUST_BACKTRACE", "1")
        .env("INSTA_UPDATE", "no")
        .output()?;
    assert!(output.status.success());
    let summary = String::from_utf8_lossy(&output.stdout);
    assert!(summary.contains("1 passed"), "{summary}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    Ok(())
}

#[test]
fn suggests_bundling_for_references_to_files() {
    let text = document(
        &format!("{{'201': {}}}", json(FINE)),
        "{$ref: 'orders.yaml#/Order'}",
        "",
    );
    assert_eq!(
        outcome(&text),
        "generate `#/paths/~1orders/post/requestBody/content/application~1json/schema`: `orders.yaml#/Order` is in another file, \
         which is not read; bundle the files into one with `oas bundle`"
    );
    let text = document(
        &format!("{{'201': {}}}", json(FINE)),
        "{type: object, example: {$ref: 'orders.yaml'}}",
        "",
    );
    assert!(
        !outcome(&text).contains("orders.yaml"),
        "{}",
        outcome(&text)
    );
}
