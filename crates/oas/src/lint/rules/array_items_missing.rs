use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "array-items-missing",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "An array has no `items`",
    documentation: r#"
## What it does

Reports a schema of `type: array` without `items`, unless a schema that it is composed with has them.

## Why is this bad?

`items` must be present if the type is `array` (OpenAPI 3.0.3, section 4.7.24.1). `items: {}` allows any items.

## Example

```yaml,bad
components:
  schemas:
    Names: {description: Names., type: array}
```

## Use instead

```yaml,good
components:
  schemas:
    Names: {description: Names., type: array, items: {type: string}}
    Things: {description: Things., type: array, items: {}}
```
"#,
    equivalents: &[Equivalent::spectral("array-items")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut composites = cx.composites();
    for schema in cx
        .objects_of(Kind::Schema)
        .filter(|schema| schema.node.str("type") == Some("array"))
    {
        if schema.node.value.get("items").is_some() {
            continue;
        }
        if !composites.of(&schema.node).has_items {
            let at = Label::value(schema.node.pointer.join("type"));
            out.push(cx.diagnostic(at, "the array has no `items`"));
        }
    }
}
