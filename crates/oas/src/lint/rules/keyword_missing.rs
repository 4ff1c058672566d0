use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::objects::Object;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "keyword-missing",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A keyword that OpenAPI 3.0 requires is not there",
    documentation: r#"
What the specification requires, tools rely on: a generator that looks for the schema of a parameter and finds none stops.

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - name: limit
          in: query
          description: How many to list.
      responses:
        4XX: {description: Refused.}
        '200': {}
security: [{key: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: header}
```

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - name: limit
          in: query
          description: How many to list.
          schema: {type: integer}
      responses:
        4XX: {description: Refused.}
        '200': {description: The pets.}
security: [{key: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let fields = object.kind.fields().iter();
        let required = fields
            .filter(|field| field.required)
            .map(|field| field.name);
        for name in required
            .chain(by_type(object).iter().copied())
            .filter(|name| object.node.value.get(name).is_none())
        {
            out.push(cx.finding(
                Label::key(object.node.pointer.clone()),
                format!("{} must have `{name}`", object.kind.with_article()),
            ));
        }
        let has = |name| object.node.value.get(name).is_some();
        if matches!(object.kind, Kind::Parameter | Kind::Header) && has("schema") == has("content")
        {
            let message = format!(
                "{} must have either `schema` or `content`",
                object.kind.with_article()
            );
            out.push(cx.finding(Label::key(object.node.pointer.clone()), message));
        }
    }
}

/// What is required of this object because of what it says of itself (§4.7.27, §4.7.29).
fn by_type(object: &Object<'_>) -> &'static [&'static str] {
    match (object.kind, object.node.str("type")) {
        (Kind::SecurityScheme, Some("apiKey")) => &["name", "in"],
        (Kind::SecurityScheme, Some("http")) => &["scheme"],
        (Kind::SecurityScheme, Some("oauth2")) => &["flows"],
        (Kind::SecurityScheme, Some("openIdConnect")) => &["openIdConnectUrl"],
        (Kind::OAuthFlow, _) => match object.node.pointer.last().as_deref() {
            Some("implicit") => &["authorizationUrl"],
            Some("authorizationCode") => &["authorizationUrl", "tokenUrl"],
            _ => &["tokenUrl"],
        },
        _ => &[],
    }
}
