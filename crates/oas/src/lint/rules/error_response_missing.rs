use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "error-response-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "An operation has no response for rejected requests",
    documentation: r#"
## What it does

Reports an operation without a response for a status of 400 to 499, or `default`.

## Why is this bad?

Every operation can be called incorrectly: without a token, with an invalid body, too often. Clients learn only in production what
the response looks like.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '204': {description: None.}
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
    equivalents: &[Equivalent::redocly("operation-4xx-response")],
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
        if is_described && !statuses.any(|status| status == "default" || status.starts_with('4')) {
            out.push(cx.diagnostic(
                Label::key(operation.pointer().join("responses")),
                format!(
                    "`{}` has no response for a rejected request",
                    operation.label()
                ),
            ));
        }
    }
}
