use crate::lint::composite;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Direction, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "read-only-required-in-request",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A required property of a request is read-only",
    documentation: r#"
## What it does

Reports a `readOnly` property in `required`, in a schema that a request uses.

## Why is this bad?

OpenAPI requires such a property in responses only (OpenAPI 3.0.3, section 4.7.24.2). progenitor ignores `readOnly`, and makes
callers send a value that the service rejects. A schema for the request alone avoids it.

## Example

```yaml,bad
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
      responses:
        4XX: {description: Rejected.}
        '204': {description: Created.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [id]
      properties:
        id: {description: Its id., type: string, readOnly: true}
```

## Use instead

```yaml,good
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewPet'}
      responses:
        4XX: {description: Rejected.}
        '204': {description: Created.}
components:
  schemas:
    NewPet:
      description: A pet to create.
      type: object
      properties:
        name: {description: Its name., type: string}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let document = cx.document();
    let sent = cx.objects().iter().filter(|object| {
        object.kind == Kind::Schema && object.direction == Some(Direction::Request)
    });
    for schema in composite::reachable(document, sent.map(|object| object.node.clone())) {
        for (name, property) in schema.members_of("properties") {
            if !Direction::Request.bars(document, &property) {
                continue;
            }
            let mut required = schema.items_of("required");
            let Some(required) = required.find(|required| required.value == name) else {
                continue;
            };
            let message = format!("`{name}` is required in a request, but `readOnly`");
            let required = Label::value(required.pointer).with_message("required here");
            out.push(
                cx.diagnostic(Label::key(property.pointer), message)
                    .label(required),
            );
        }
    }
}
