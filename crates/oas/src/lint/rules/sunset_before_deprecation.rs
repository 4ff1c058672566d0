use crate::lint::lifecycle::date;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::{DEPRECATED_ON, SUNSET};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "sunset-before-deprecation",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "The sunset precedes the deprecation",
    documentation: r#"
## What it does

Reports an operation whose `x-sunset` is before its `x-deprecated-on`.

## Why is this bad?

The sunset follows the deprecation that announces it (RFC 9745, section 4): one of the two dates is wrong.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      x-deprecated-on: '2026-02-12'
      x-sunset: '2026-01-31'
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
      x-deprecated-on: '2026-02-12'
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
        let (Some(deprecated), Some(sunset)) = (
            date(operation.node(), DEPRECATED_ON),
            date(operation.node(), SUNSET),
        ) else {
            continue;
        };
        if sunset < deprecated {
            let message = format!("the sunset, {sunset}, is before the deprecation");
            out.push(
                cx.diagnostic(Label::value(operation.pointer().join(SUNSET)), message)
                    .label(
                        Label::value(operation.pointer().join(DEPRECATED_ON))
                            .with_message("deprecated"),
                    ),
            );
        }
    }
}
