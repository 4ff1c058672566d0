use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Method, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "request-body-on-get",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "A GET, HEAD, DELETE or TRACE has a body",
    documentation: r#"
## What it does

Reports a `requestBody` of an operation with one of these methods.

## Why is this bad?

HTTP gives such a body no meaning; servers and proxies drop it or reject the request (RFC 9110, section 9.3). OpenAPI 3.0 ignores it
(OpenAPI 3.0.3, section 4.7.10.1).

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      requestBody:
        content:
          application/json:
            schema: {type: string}
            example: Rex
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
      parameters:
        - {name: name, in: query, description: The name to look for., schema: {type: string}}
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
        let method = operation.method();
        let has_meaning = matches!(
            method,
            Method::Put | Method::Post | Method::Patch | Method::Options
        );
        if !has_meaning && let Some(body) = operation.node().get("requestBody") {
            out.push(cx.diagnostic(
                Label::key(body.pointer),
                format!("the body of a {method} request has no meaning"),
            ));
        }
    }
}
