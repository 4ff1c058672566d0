use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "array-items-missing",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "An array does not say what its items are",
    documentation: r#"
`items` must be there when the type is `array` (OpenAPI 3.0.3, §4.7.24). Where the items may be anything, `items: {}` says so.

```yaml,bad
components:
  schemas:
    Names: {description: Names., type: array}
```

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
            out.push(cx.finding(at, "the array has no `items`"));
        }
    }
}
