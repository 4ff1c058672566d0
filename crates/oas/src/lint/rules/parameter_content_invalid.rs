use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-content-invalid",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "The `content` of a parameter or header is invalid",
    documentation: r#"
## What it does

Reports a parameter or header whose `content` does not have exactly one media type, or that has `style`, `explode`, `allowReserved`,
`example` or `examples` beside its `content`.

## Why is this bad?

"The map MUST only contain one entry" (OpenAPI 3.0.3, section 4.7.12.1). The media type defines how the value is written; the other keywords define it for a `schema`.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - name: filter
          in: query
          description: A filter.
          style: form
          content:
            application/json: {schema: {type: object}}
            text/plain: {schema: {type: string}}
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
        - name: filter
          in: query
          description: A filter.
          content:
            application/json: {schema: {type: object}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let objects = cx
        .objects_of(Kind::Parameter)
        .chain(cx.objects_of(Kind::Header));
    for object in objects {
        let Some(content) = object.node.get("content") else {
            continue;
        };
        let count = content.value.as_object().map_or(1, serde_json::Map::len);
        if count != 1 {
            let message = format!("`content` must have one media type, not {count}");
            out.push(cx.diagnostic(Label::key(content.pointer.clone()), message));
        }
        for keyword in ["style", "explode", "allowReserved", "example", "examples"] {
            if object.node.get("schema").is_some() {
                break;
            }
            if let Some(value) = object.node.get(keyword) {
                let message = format!("`{keyword}` is not allowed beside `content`");
                let diagnostic = cx.diagnostic(Label::key(value.pointer), message);
                out.push(diagnostic.label(Label::key(content.pointer.clone())));
            }
        }
    }
}
