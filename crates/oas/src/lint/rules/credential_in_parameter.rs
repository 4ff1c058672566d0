use crate::lint::{Category, Check, Context, Rule, secrets};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "credential-in-parameter",
    category: Category::Security,
    severity: Severity::Warning,
    summary: "A credential is part of the URL, or an ordinary parameter",
    documentation: r#"
URLs are written to logs, histories and `Referer` headers, so that a key in a query or a path does not stay with the two who
share it. And a parameter named `api_key`, wherever it is, is a plain argument to every tool: generated clients print it,
pages offer it beside the others. A security scheme (`type: http`, or `type: apiKey` with `in: header`) is what they all treat
as a secret. A name counts when it is one of the usual ones in full, in any spelling (`api_key`, `ApiKey`, `X-API-Key`,
`access_token`, `client_secret`, `password`, …); `page_token` or `key` does not.

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
        4XX: {description: Refused.}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: api_key}
```

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
        4XX: {description: Refused.}
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
            Kind::Parameter if secrets::is_name(name) => (
                format!("the {place} parameter `{name}` is a credential"),
                "describe it as a security scheme and require that",
            ),
            Kind::SecurityScheme if node.str("type") == Some("apiKey") && place == "query" => (
                format!("the key `{name}` becomes part of the URL"),
                "let it be sent in a header",
            ),
            _ => continue,
        };
        let at = if object.kind == Kind::Parameter {
            "name"
        } else {
            "in"
        };
        out.push(
            cx.finding(Label::value(node.pointer.join(at)), message)
                .help(help),
        );
    }
}
