use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "read-only-and-write-only",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A property is both `readOnly` and `writeOnly`",
    documentation: r#"
## What it does

Reports a schema that is marked both `readOnly: true` and `writeOnly: true`.

## Why is this bad?

Such a property may be in no request and in no response. OpenAPI forbids it (OpenAPI 3.0.3, section 4.7.24.2).

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        id: {description: Its id., type: string, readOnly: true, writeOnly: true}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        id: {description: Its id., type: string, readOnly: true}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema).map(|object| &object.node) {
        if schema.is_true("readOnly") && schema.is_true("writeOnly") {
            let read_only = Label::key(schema.pointer.join("readOnly"));
            let at = Label::key(schema.pointer.join("writeOnly"));
            let message = "`writeOnly` and `readOnly` exclude each other";
            out.push(cx.diagnostic(at, message).label(read_only));
        }
    }
}
