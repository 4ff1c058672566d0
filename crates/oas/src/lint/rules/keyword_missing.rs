use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "keyword-missing",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A required keyword is missing",
    documentation: r#"
## What it does

Reports an object without a keyword that OpenAPI 3.0 requires, and a parameter or header that has both or neither of `schema` and
`content`.

## Why is this bad?

Tools rely on required keywords.

## Example

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
        4XX: {description: Rejected.}
        '200': {}
security: [{key: []}]
components:
  securitySchemes:
    key: {type: apiKey, in: header}
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
        - name: limit
          in: query
          description: How many to list.
          schema: {type: integer}
      responses:
        4XX: {description: Rejected.}
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
        let at = || Label::key(object.node.pointer.clone());
        let article = object.kind.with_article();
        let has = |name: &str| object.node.value.get(name).is_some();
        let variant = object.variant();
        for field in object.kind.fields() {
            if field.is_required_of(variant.as_deref()) && !has(field.name) {
                out.push(cx.diagnostic(at(), format!("{article} must have `{}`", field.name)));
            }
        }
        if matches!(object.kind, Kind::Parameter | Kind::Header) && has("schema") == has("content")
        {
            let message = format!("{article} must have either `schema` or `content`");
            out.push(cx.diagnostic(at(), message));
        }
    }
}
