use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "success-response-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "An operation has no success response",
    documentation: r#"
## What it does

Reports an operation without a response for a status of 200 to 399, or `default`.

## Why is this bad?

The result of a successful call is not described. A generated client returns raw bytes.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
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
        Equivalent::spectral("operation-success-response"),
        Equivalent::redocly("operation-2xx-response"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        // An unresolved reference counts as a response; another rule reports it.
        let mut statuses = operation
            .node()
            .members_of("responses")
            .map(|(status, _)| status)
            .peekable();
        // `keyword-missing` and `value-empty` report that there is no response at all.
        let is_described = statuses.peek().is_some();
        if is_described
            && !statuses.any(|status| status == "default" || status.starts_with(['2', '3']))
        {
            out.push(cx.diagnostic(
                Label::key(operation.pointer().join("responses")),
                format!("`{}` has no response for success", operation.label()),
            ));
        }
    }
}
