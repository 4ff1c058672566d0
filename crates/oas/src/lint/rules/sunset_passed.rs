use chrono::NaiveDate;

use crate::lint::lifecycle::date;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::SUNSET;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "sunset-passed",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "The sunset of an operation has passed",
    documentation: r#"
## What it does

Reports an operation whose sunset is before the reference date.

The diagnostic appears without a change to the document, so that it fails a run only by name: `--deny sunset-passed`.

## Why is this bad?

The service may respond with 404 or 410 from now on (RFC 8594, section 3): the document may describe an operation that no longer
exists.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      x-sunset: '2026-05-31'
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
    check: Check::Dated(check),
};

fn check(cx: &Context<'_>, today: NaiveDate, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let Some(sunset) = date(operation.node(), SUNSET).filter(|sunset| *sunset < today) else {
            continue;
        };
        let message = format!("the sunset of `{}` was {sunset}", operation.label());
        out.push(cx.diagnostic(Label::value(operation.pointer().join(SUNSET)), message));
    }
}
