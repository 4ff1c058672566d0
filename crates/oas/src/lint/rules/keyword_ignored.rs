use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::{Kind, TYPES, format};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "keyword-ignored",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A keyword does not apply to the type of the schema",
    documentation: r#"
## What it does

Reports a keyword or known `format` that applies to other types than that of the schema, such as `minLength` on an integer, and an
exclusive bound without its bound.

## Why is this bad?

The keyword has no effect. In OpenAPI 3.0, `exclusiveMinimum` modifies `minimum`; in 3.1, it is a number.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      items: {$ref: '#/components/schemas/Pet'}
      properties:
        age: {description: In years., type: integer, minLength: 1}
        weight: {description: In grams., type: number, exclusiveMinimum: true}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        age: {description: In years., type: integer, minimum: 1}
        weight: {description: In grams., type: number, minimum: 0, exclusiveMinimum: true}
        name: {description: Its name., type: string, minLength: 1}
```
"#,
    equivalents: &[Equivalent::redocly("no-schema-type-mismatch")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema).map(|object| &object.node) {
        let Some(kind) = schema.str("type").filter(|kind| TYPES.contains(kind)) else {
            continue;
        };
        let of_type = || Label::value(schema.pointer.join("type")).with_message("the type");
        for field in Kind::Schema.fields() {
            let types = field.applies_to;
            if types.is_empty() || types.contains(&kind) || schema.value.get(field.name).is_none() {
                continue;
            }
            let at = Label::key(schema.pointer.join(field.name));
            let name = field.name;
            let message = format!("`{name}` applies to type `{}`, not `{kind}`", types[0]);
            out.push(cx.diagnostic(at, message).label(of_type()));
        }
        let known = schema.str("format").and_then(format);
        if let Some(format) = known.filter(|format| !format.types.contains(&kind)) {
            let at = Label::value(schema.pointer.join("format"));
            let (name, of) = (format.name, format.types[0]);
            let message = format!("the format `{name}` applies to type `{of}`, not `{kind}`");
            out.push(cx.diagnostic(at, message).label(of_type()));
        }
        for (exclusive, bound) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            if matches!(kind, "number" | "integer")
                && schema.is_true(exclusive)
                && schema.value.get(bound).is_none()
            {
                let at = Label::key(schema.pointer.join(exclusive));
                let message = format!("`{exclusive}` has no effect without `{bound}`");
                out.push(cx.diagnostic(at, message));
            }
        }
    }
}
