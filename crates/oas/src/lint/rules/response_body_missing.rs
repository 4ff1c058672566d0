use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Method, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "response-body-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "A 200 response has no body",
    documentation: r#"
## What it does

Reports a 200 response without `content`, except of a HEAD request.

## Why is this bad?

A 200 has a body, and a response without one is a 204 (RFC 9110, sections 15.3.1 and 15.3.5). It is unclear whether there is no body
or it is not described; a generated client drops it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200': {description: The pets.}
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
        '200':
          description: The names of the pets.
          content:
            application/json:
              schema: {type: array, items: {type: string}}
              example: [Rex]
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        // These responses carry their result in headers.
        if matches!(
            operation.method(),
            Method::Head | Method::Options | Method::Trace
        ) {
            continue;
        }
        for response in operation.responses() {
            if response.status == "200" && response.media_types().is_empty() {
                out.push(
                    cx.diagnostic(
                        Label::key(operation.pointer().join("responses").join("200")),
                        format!("the 200 of `{}` has no body", operation.label()),
                    )
                    .help("describe its `content`, or make it a 204"),
                );
            }
        }
    }
}
