use crate::lint::lifecycle::date;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::{DEPRECATED_ON, SUNSET};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "date-invalid",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "`x-deprecated-on` or `x-sunset` is not a date",
    documentation: r#"
## What it does

Reports an `x-deprecated-on` or `x-sunset` of an operation that is not a date of the form `YYYY-MM-DD` (RFC 3339, `full-date`).

## Why is this bad?

Tools that warn of the date ignore it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      x-sunset: 31 January 2027
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
        for key in [DEPRECATED_ON, SUNSET] {
            let Some(written) = operation.node().get(key) else {
                continue;
            };
            if date(operation.node(), key).is_none() {
                out.push(
                    cx.diagnostic(
                        Label::value(written.pointer),
                        format!("`{key}` is not a date"),
                    )
                    .help("write it as 'YYYY-MM-DD', in quotes"),
                );
            }
        }
    }
}
