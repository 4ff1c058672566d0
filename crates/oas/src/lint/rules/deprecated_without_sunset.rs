use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::SUNSET;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "deprecated-without-sunset",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "A deprecated operation has no sunset",
    documentation: r#"
## What it does

Reports an operation with `deprecated: true` and without `x-sunset`. The rule runs by name only.

## Why is this bad?

Clients do not know by when they must migrate. With a date, the generated client can state it, and `sunset-near` and
`sunset-passed` can warn.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      x-sunset: '2027-01-31'
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        if operation.is_deprecated() && operation.node().get(SUNSET).is_none() {
            out.push(
                cx.diagnostic(
                    Label::value(operation.pointer().join("deprecated")),
                    format!("`{}` is deprecated without a sunset", operation.label()),
                )
                .help("add the last day on which it is available: `x-sunset: 'YYYY-MM-DD'`"),
            );
        }
    }
}
