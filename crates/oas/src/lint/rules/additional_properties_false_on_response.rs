use serde_json::Value;

use crate::lint::codegen::{called, decoded};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "additional-properties-false-on-response",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A response forbids unknown properties",
    documentation: r#"
## What it does

Reports `additionalProperties: false` on a schema that a response uses.

## Why is this bad?

progenitor turns it into `deny_unknown_fields`. As soon as the service adds a property, no response can be decoded.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      additionalProperties: false
      properties:
        name: {description: Its name., type: string}
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
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      additionalProperties: {}
      properties:
        name: {description: Its name., type: string}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in decoded(cx.document()) {
        if schema.value.get("additionalProperties") == Some(&Value::Bool(false)) {
            let message = format!(
                "a response with a new property of {} cannot be decoded",
                called(&schema.pointer)
            );
            let at = Label::key(schema.pointer.join("additionalProperties"));
            out.push(cx.diagnostic(at, message).help(
                "remove it, or write `additionalProperties: {}`, which keeps unknown properties",
            ));
        }
    }
}
