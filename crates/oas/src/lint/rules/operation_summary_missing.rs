use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-summary-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "An operation has no summary",
    documentation: r#"
## What it does

Reports an operation without a `summary`.

## Why is this bad?

It is the line by which readers find an operation: in the list of a page, and first in the documentation of its method.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      description: Lists all pets.
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
    equivalents: &[Equivalent::redocly("operation-summary")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        if operation
            .summary()
            .is_none_or(|text| text.trim().is_empty())
        {
            out.push(cx.diagnostic(
                Label::key(operation.pointer().clone()),
                format!("`{}` has no summary", operation.label()),
            ));
        }
    }
}
