use chrono::NaiveDate;

use crate::lint::lifecycle::date;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::SUNSET;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "sunset-near",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "The sunset of an operation is near",
    documentation: r#"
## What it does

Reports an operation whose sunset is at most 90 days away (`--sunset-near-days`).

The diagnostic appears without a change to the document, so that it fails a run only by name: `--deny sunset-near`.

## Why is this bad?

Clients have little time left to migrate.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      x-sunset: '2026-08-01'
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
        let Some(sunset) = date(operation.node(), SUNSET) else {
            continue;
        };
        let days = (sunset - today).num_days();
        if (0..=i64::from(cx.sunset_near_days())).contains(&days) {
            let when = match days {
                0 => "today".to_owned(),
                1 => "tomorrow".to_owned(),
                _ => format!("in {days} days"),
            };
            let message = format!("the sunset of `{}` is {when}", operation.label());
            out.push(cx.diagnostic(Label::value(operation.pointer().join(SUNSET)), message));
        }
    }
}
