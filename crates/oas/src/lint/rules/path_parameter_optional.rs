use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-parameter-optional",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "A path parameter is not `required: true`",
    documentation: r#"
## What it does

Reports a parameter with `in: path` and without `required: true`.

## Why is this bad?

OpenAPI requires it (OpenAPI 3.0.3, section 4.7.12.1): a path without its parts does not exist. progenitor panics.

## Example

```yaml,bad
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: petId, in: path, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: petId, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("path-params"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for parameter in cx.objects_of(Kind::Parameter).map(|object| &object.node) {
        if parameter.str("in") != Some("path") || parameter.is_true("required") {
            continue;
        }
        let name = parameter.str("name").unwrap_or_default();
        let at = match parameter.get("required") {
            Some(required) => Label::value(required.pointer),
            None => Label::value(parameter.pointer.clone()),
        };
        out.push(
            cx.diagnostic(at, format!("the path parameter `{name}` is not required"))
                .help("add `required: true`"),
        );
    }
}
