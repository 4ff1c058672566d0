use crate::lint::codegen::{called, effective, generated};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "any-of-scalars",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "An `anyOf` has a string or number among overlapping alternatives",
    documentation: r#"
## What it does

Reports an `anyOf` whose alternatives do not exclude each other, where one of them is a string, a number or a boolean.

## Why is this bad?

progenitor generates an enum if the alternatives exclude each other, and otherwise a struct with an optional flattened field for
each of them. A string or number has no properties, so that not even a documented value can be read or written. `anyOf: [enum,
string]`, a common way to leave an enumeration open, is an example.

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
      properties:
        size:
          description: Its size.
          anyOf:
            - {type: string, enum: [small, large]}
            - {type: string}
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
    Pet: {description: A pet., type: object, properties: {size: {$ref: '#/components/schemas/Size'}}}
    Size: {description: Its size., type: string, x-extensible-enum: [small, large]}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in generated(cx.document()) {
        let alternatives = schema
            .items_of("anyOf")
            .map(|one| effective(cx.document(), one));
        let mut kinds = alternatives.map(|one| one.kind).collect::<Vec<_>>();
        kinds.sort();
        let is_scalar = |kind: &str| matches!(kind, "string" | "integer" | "number" | "boolean");
        // Two alternatives of one type are indistinguishable, and so is any from an untyped one.
        let twins = kinds
            .windows(2)
            .any(|pair| pair[0] == pair[1] && pair[0].is_some_and(is_scalar));
        let is_open = kinds.contains(&None) && kinds.iter().flatten().any(|kind| is_scalar(kind));
        if twins || is_open {
            let message = format!("no value of {} can be decoded", called(&schema.pointer));
            let help = "make it `type: string`, with the known values in `x-extensible-enum` on a component";
            out.push(
                cx.diagnostic(Label::key(schema.pointer.join("anyOf")), message)
                    .help(help),
            );
        }
    }
}
