use crate::lint::codegen::{called, decoded};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "minimum-one-in-response",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A response has an integer with `minimum: 1`",
    documentation: r#"
## What it does

Reports `minimum: 1` on an integer that a response uses.

## Why is this bad?

progenitor generates a type without 0 (`NonZeroU64`). If the service sends 0, the response cannot be decoded.

client-codegen ignores the bounds of integers that only responses contain.

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
    Pet: {description: A pet., type: object, properties: {legs: {description: How many legs it has., type: integer, minimum: 1}}}
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
    Pet: {description: A pet., type: object, properties: {legs: {description: How many legs it has., type: integer, minimum: 0}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in decoded(cx.document()) {
        let minimum = schema
            .get("minimum")
            .filter(|_| schema.str("type") == Some("integer"));
        let Some(minimum) = minimum.filter(|minimum| minimum.value.is_number()) else {
            continue;
        };
        // Above 0 is at least 1.
        let lowest = minimum.value.as_f64().map(|value| {
            if schema.is_true("exclusiveMinimum") {
                value + 1.0
            } else {
                value
            }
        });
        if lowest == Some(1.0) && schema.value.get("enum").is_none() {
            let message = format!(
                "`minimum: 1` makes decoding fail when {} is 0",
                called(&schema.pointer)
            );
            out.push(
                cx.diagnostic(Label::key(minimum.pointer), message)
                    .help("state it in the description"),
            );
        }
    }
}
