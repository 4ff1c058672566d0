use crate::lint::{Category, Check, Context, Rule, secrets};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "credential-in-parameter",
    category: Category::Security,
    severity: Severity::Warning,
    summary: "A credential is a parameter",
    documentation: r#"
## What it does

Reports a parameter in a query, header or cookie whose name is that of a credential, such as `api_key`, `X-API-Key`, `access_token`,
`client_secret` or `password` in any spelling, and a security scheme of type `apiKey` in the query. Names such as `page_token` and
`key` are not reported.

## Why is this bad?

URLs are written to logs, browser histories and `Referer` headers. Tools treat security schemes as secrets, but print parameters and
offer them as plain arguments.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: X-Api-Key, in: header, description: The key., schema: {type: string}}
      security:
        - key: []
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: api_key}
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
        - {name: page_token, in: query, description: Where to go on., schema: {type: string}}
      security:
        - key: []
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Api-Key}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let node = &object.node;
        let (name, place) = (
            node.str("name").unwrap_or_default(),
            node.str("in").unwrap_or_default(),
        );
        let (message, help) = match object.kind {
            // In a path it identifies a resource, and a security scheme cannot be there.
            Kind::Parameter if place != "path" && secrets::is_name(name) => (
                format!("the {place} parameter `{name}` is a credential"),
                "describe it as a security scheme and require that",
            ),
            Kind::SecurityScheme if node.str("type") == Some("apiKey") && place == "query" => (
                format!("the key `{name}` becomes part of the URL"),
                "send it in a header",
            ),
            _ => continue,
        };
        let at = if object.kind == Kind::Parameter {
            "name"
        } else {
            "in"
        };
        out.push(
            cx.diagnostic(Label::value(node.pointer.join(at)), message)
                .help(help),
        );
    }
}
