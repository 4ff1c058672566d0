use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "default-invalid",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A default is invalid against its own schema",
    documentation: r#"
## What it does

Reports a `default` that the schema it belongs to rejects.

## Why is this bad?

The default replaces a value that was not sent, and must be one that can be sent. It must conform to the type of the schema
(OpenAPI 3.0.3, section 4.7.24.1).

## Example

```yaml,bad
components:
  schemas:
    Size: {description: A size., type: string, enum: [small, large], default: medium}
```

## Use instead

```yaml,good
components:
  schemas:
    Size: {description: A size., type: string, enum: [small, large], default: small}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-valid-schema-example"),
        Equivalent::redocly("no-invalid-schema-examples"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for checked in cx
        .checked_examples()
        .iter()
        .filter(|checked| checked.example.is_default)
    {
        for violation in checked
            .violations
            .iter()
            .filter(|violation| !violation.is_unknown_variant())
        {
            let at = violation.label(&checked.example.value);
            let diagnostic =
                cx.diagnostic(at, format!("the default is invalid: {}", violation.message));
            out.push(diagnostic.label(violation.schema_label(cx.document())));
        }
    }
}
