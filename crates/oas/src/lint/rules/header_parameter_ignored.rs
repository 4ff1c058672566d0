use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "header-parameter-ignored",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "OpenAPI ignores this header parameter",
    documentation: r#"
## What it does

Reports a header parameter named `Accept`, `Content-Type` or `Authorization`.

## Why is this bad?

OpenAPI ignores it (OpenAPI 3.0.3, section 4.7.12.1): media types and security schemes describe these headers. Tools that do not
ignore it, such as progenitor, send the header twice.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: Authorization, in: header, description: The token., schema: {type: string}}
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
      security:
        - bearer: []
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for parameter in cx.objects_of(Kind::Parameter).map(|object| &object.node) {
        let name = parameter.str("name").unwrap_or_default();
        let instead = match name.to_ascii_lowercase().as_str() {
            "accept" => "the media types of the responses say what is accepted",
            "content-type" => "the media types of the request body say what is sent",
            "authorization" => "declare a security scheme instead",
            _ => continue,
        };
        if parameter.str("in") == Some("header") {
            let at = Label::value(parameter.pointer.join("name"));
            out.push(
                cx.diagnostic(at, format!("a header parameter `{name}` is ignored"))
                    .help(instead),
            );
        }
    }
}
