use serde_json::Value;

use crate::lint::codegen::{called, decoded};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "additional-properties-false-on-response",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A response forbids properties that it does not know",
    documentation: r#"
Services learn new properties. `additionalProperties: false` becomes `deny_unknown_fields`, and the first new property loses the whole response.

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
        4XX: {description: Refused.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      additionalProperties: false
      properties:
        name: {description: Its name., type: string}
```

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
        4XX: {description: Refused.}
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
                "a new property of {} loses the whole response",
                called(&schema.pointer)
            );
            let at = Label::key(schema.pointer.join("additionalProperties"));
            out.push(
                cx.finding(at, message)
                    .help("leave it out, or keep what is new by `additionalProperties: {}`"),
            );
        }
    }
}
