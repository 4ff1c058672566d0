use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "example-invalid",
    category: Category::Examples,
    severity: Severity::Error,
    summary: "An example is invalid against its schema",
    documentation: r#"
## What it does

Reports an `example` or `examples` of a media type, parameter, header or schema that the schema rejects. `nullable` is interpreted
as authors use it, also beside `allOf`; `readOnly` properties are invalid in requests and `writeOnly` properties in responses; formats
are asserted; a `discriminator` selects the schema of an object.

## Why is this bad?

Readers copy examples, and the service rejects what they copied.

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
            example: {bornOn: 2020-02-30}
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
            example: {name: Rex, bornOn: 2020-02-29}
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
        Equivalent::spectral("oas3-valid-media-example"),
        Equivalent::spectral("oas3-valid-schema-example"),
        Equivalent::redocly("no-invalid-media-type-examples"),
        Equivalent::redocly("no-invalid-parameter-examples"),
        Equivalent::redocly("no-invalid-schema-examples"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for checked in cx
        .checked_examples()
        .iter()
        .filter(|checked| !checked.example.is_default)
    {
        for violation in checked
            .violations
            .iter()
            .filter(|violation| !violation.is_unknown_variant())
        {
            let at = violation.label(&checked.example.value);
            let message = violation.message.clone();
            let diagnostic = match violation.is_of_direction() {
                true => cx.at_severity(Severity::Warning, at, message),
                false => cx.diagnostic(at, message),
            };
            let diagnostic = diagnostic.label(violation.schema_label(cx.document()));
            out.push(match checked.example.value.reference() {
                Some(_) => diagnostic.help(
                    "an example is data, in which `$ref` is not followed: refer to a component in `examples`",
                ),
                None => diagnostic,
            });
        }
    }
}
