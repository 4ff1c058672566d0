use crate::lint::codegen::{called, generated};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "additional-properties-true-dropped",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "Properties that are not named are allowed, and dropped",
    documentation: r#"
`additionalProperties: true` beside `properties` says what is so without it, and progenitor takes it so: what is not named is dropped. With
`additionalProperties: {}`, which means the same, it is kept, in a map.

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
      additionalProperties: true
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
    for schema in generated(cx.document()) {
        if schema.is_true("additionalProperties")
            && schema.members_of("properties").next().is_some()
        {
            let message = format!("what {} does not name is dropped", called(&schema.pointer));
            let at = Label::key(schema.pointer.join("additionalProperties"));
            out.push(
                cx.finding(at, message)
                    .help("write `additionalProperties: {}` to have it kept"),
            );
        }
    }
}
