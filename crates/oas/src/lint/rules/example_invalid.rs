use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "example-invalid",
    category: Category::Examples,
    severity: Severity::Error,
    summary: "An example is not valid by its schema",
    documentation: r#"
People copy examples. One that its own schema refuses costs each of them an error, and shows that nobody has tried it. Every
`example` and `examples` of media types, parameters, headers and schemas is validated, under OpenAPI 3.0's own semantics:
`nullable` as its authors mean it, also beside `allOf`; `readOnly` properties in no request, `writeOnly` ones in no response;
formats asserted.

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
        4XX: {description: Refused.}
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
        4XX: {description: Refused.}
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
            let finding = cx.finding(at, violation.message.clone());
            out.push(finding.label(violation.schema_label(cx.document())));
        }
    }
}
