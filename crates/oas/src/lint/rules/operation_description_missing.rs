use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-description-missing",
    category: Category::Operations,
    severity: Severity::Info,
    summary: "An operation has no description",
    documentation: r#"
## What it does

Reports an operation without a `description`.

## Why is this bad?

The name does not say what changes, what can fail, what must exist before, or whether sending the request twice is safe.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
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
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("operation-description"),
        Equivalent::redocly("operation-description"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        if operation
            .description()
            .is_none_or(|text| text.trim().is_empty())
        {
            out.push(cx.diagnostic(
                Label::key(operation.pointer().clone()),
                format!("`{}` has no description", operation.label()),
            ));
        }
    }
}
