use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "example-ambiguous",
    category: Category::Examples,
    severity: Severity::Error,
    summary: "Two keywords give the same example",
    documentation: r#"
## What it does

Reports `example` beside `examples`, and `value` beside `externalValue`.

## Why is this bad?

They exclude each other (OpenAPI 3.0.3, sections 4.7.12 and 4.7.19): some tools show the one, some the other.

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
            example: {name: Rex}
            examples:
              cat: {value: {name: Tom}, externalValue: 'https://example.com/tom.json'}
      responses:
        4XX: {description: Rejected.}
        '204': {description: Created.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name]
      properties:
        name: {description: Its name., type: string}
        bornOn: {description: When it was born., type: string, format: date}
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
            schema: {$ref: '#/components/schemas/Pet'}
            examples:
              dog: {value: {name: Rex}}
              cat: {value: {name: Tom}}
      responses:
        4XX: {description: Rejected.}
        '204': {description: Created.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name]
      properties:
        name: {description: Its name., type: string}
        bornOn: {description: When it was born., type: string, format: date}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-examples-value-or-externalValue"),
        Equivalent::redocly("no-example-value-and-externalValue"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let (first, second) = match object.kind {
            Kind::MediaType | Kind::Parameter | Kind::Header => ("example", "examples"),
            Kind::Example => ("value", "externalValue"),
            _ => continue,
        };
        if let (Some(first_at), Some(second_at)) = (object.node.get(first), object.node.get(second))
        {
            let message = format!("`{second}` and `{first}` exclude each other");
            out.push(
                cx.diagnostic(Label::key(second_at.pointer), message)
                    .label(Label::key(first_at.pointer)),
            );
        }
    }
}
