use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::{DEPRECATED_ON, SUNSET};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "sunset-without-deprecation",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "An operation has lifecycle dates, but is not deprecated",
    documentation: r#"
## What it does

Reports an operation with `x-sunset` or `x-deprecated-on` and without `deprecated: true`.

## Why is this bad?

Documentation pages, editors and generators read `deprecated: true`; few tools read the extensions.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      x-sunset: '2027-01-31'
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
        let dates = [SUNSET, DEPRECATED_ON];
        let date = dates.into_iter().find_map(|key| operation.node().get(key));
        if let Some(date) = date.filter(|_| !operation.is_deprecated()) {
            let message = format!("`{}` is not marked as deprecated", operation.label());
            out.push(
                cx.diagnostic(Label::key(date.pointer), message)
                    .help("add `deprecated: true`"),
            );
        }
    }
}
