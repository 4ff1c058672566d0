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
Such a value can never be sent: the type refuses what the `enum` lists. Words like `true` and `1` need quotes to be text in
YAML. `null` counts as a value of a schema that is `nullable`.

```yaml,bad
components:
  schemas:
    Answer:
      description: An answer.
      type: string
      enum: ['yes', true]
```

```yaml,good
components:
  schemas:
    Answer:
      description: An answer.
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
            let finding = cx.finding(Label::value(value.pointer), message);
            let finding = finding.label(Label::value(schema.node.pointer.join("type")));
            out.push(match value.value {
                Value::Null => finding.help("add `nullable: true`"),
                Value::Bool(_) | Value::Number(_) if kind == "string" => {
                    finding.help("put it in quotes")
                }
                _ => finding,
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
        // A type that does not exist is said by `value-invalid`.
        _ => true,
    }
}
