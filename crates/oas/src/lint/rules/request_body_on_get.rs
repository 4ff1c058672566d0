use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Method, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "request-body-on-get",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "A GET, HEAD, DELETE or TRACE has a body",
    documentation: r#"
HTTP gives a body no meaning with these methods, servers and proxies drop it or refuse the request (RFC 9110, section 9.3),
and OpenAPI 3.0 wants it ignored (section 4.7.10).

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
        4XX: {description: Refused.}
```

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
        4XX: {description: Refused.}
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
            out.push(cx.finding(
                Label::key(body.pointer),
                format!("a {method} request has no body"),
            ));
        }
    }
}
