use crate::lint::codegen::{called, generated};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "additional-properties-true-dropped",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "Additional properties are allowed, and dropped",
    documentation: r#"
## What it does

Reports `additionalProperties: true` beside `properties`, on a schema that a response uses.

## Why is this bad?

It states the default, and progenitor treats it so: unknown properties are dropped. `additionalProperties: {}` has the same meaning,
and progenitor keeps them in a map.

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
      additionalProperties: true
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
    for schema in generated(cx.document()) {
        if schema.is_true("additionalProperties")
            && schema.members_of("properties").next().is_some()
        {
            let message = format!(
                "unknown properties of {} are dropped",
                called(&schema.pointer)
            );
            let at = Label::key(schema.pointer.join("additionalProperties"));
            out.push(
                cx.diagnostic(at, message)
                    .help("write `additionalProperties: {}`, which keeps them"),
            );
        }
    }
}
