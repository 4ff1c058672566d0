use serde_json::Value;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "enum-value-type-mismatch",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A value of an `enum` is not of the type of its schema",
    documentation: r#"
## What it does

Reports a value of an `enum` that is not of the `type` beside it. `null` is a value of a schema with `nullable: true`.

## Why is this bad?

The value can never be sent: the type excludes it. In YAML, words such as `true` and `1` are strings only in quotes.

## Example

```yaml,bad
components:
  schemas:
    Consent:
      description: A response.
      type: string
      enum: ['yes', true]
```

## Use instead

```yaml,good
components:
  schemas:
    Consent:
      description: A response.
      type: string
      nullable: true
      enum: ['yes', 'true', null]
```
"#,
    equivalents: &[
        Equivalent::spectral("typed-enum"),
        Equivalent::redocly("no-enum-type-mismatch"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let Some(kind) = schema.node.str("type") else {
            continue;
        };
        let nullable = schema.node.is_true("nullable");
        for value in schema.node.items_of("enum") {
            if is_of(kind, value.value) || (nullable && value.value.is_null()) {
                continue;
            }
            let message = format!("{} is not of the type `{kind}`", value.value);
            let diagnostic = cx.diagnostic(Label::value(value.pointer), message);
            let diagnostic = diagnostic.label(Label::value(schema.node.pointer.join("type")));
            out.push(match value.value {
                Value::Null => diagnostic.help("add `nullable: true`"),
                Value::Bool(_) | Value::Number(_) if kind == "string" => {
                    diagnostic.help("put it in quotes")
                }
                _ => diagnostic,
            });
        }
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "array" => value.is_array(),
        "object" => value.is_object(),
        // `value-invalid` reports a type that does not exist.
        _ => true,
    }
}
