use crate::lint::{Category, Check, Context, Equivalent, Rule};
use serde_json::Value;

use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "value-empty",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A list or object must not be empty",
    documentation: r#"
## What it does

Reports an empty `enum`, `required` or `responses`.

## Why is this bad?

An empty `enum` accepts no value. JSON Schema requires at least one name in `required`, and OpenAPI at least one response of each
operation (OpenAPI 3.0.3, section 4.7.16).

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses: {}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: []
      properties:
        size: {description: Its size., type: string, enum: []}
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
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        size: {description: Its size., type: string, enum: [small, large]}
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
        for field in object.kind.fields().iter().filter(|field| field.non_empty) {
            let Some(value) = object.node.get(field.name) else {
                continue;
            };
            let is_empty = match value.value {
                Value::Array(items) => items.is_empty(),
                Value::Object(members) => members.keys().all(|key| key.starts_with("x-")),
                _ => false,
            };
            if is_empty {
                let message = format!("`{}` must not be empty", field.name);
                out.push(cx.diagnostic(Label::key(value.pointer), message));
            }
        }
    }
}
