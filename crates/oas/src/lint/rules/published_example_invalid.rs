use crate::Validators;
use crate::lint::published;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "published-example-invalid",
    category: Category::Published,
    severity: Severity::Error,
    summary: "A published example is invalid against the document",
    documentation: r#"
## What it does

Reports a published example that the schema in the document rejects.

## Why is this bad?

The vendor's example shows what the service sends and accepts: the document is wrong.

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

```json,file=createPet.request.json
{"name": 7}
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
            example: {name: Rex}
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

```json,file=createPet.request.json
{"name": "Rex"}
```
"#,
    equivalents: &[],
    check: Check::Published(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let validators = Validators::new(cx.document());
    for file in published::files(cx) {
        let Some((media_type, schema)) = file
            .media_type()
            .and_then(|media_type| Some((media_type, media_type.schema.as_ref()?)))
        else {
            continue;
        };
        let Ok(validator) = validators.compile(&schema.pointer, file.direction) else {
            continue;
        };
        let violations = validator.violations(&file.document.root().into());
        for violation in violations
            .iter()
            .filter(|violation| !violation.is_unknown_variant())
        {
            let at = violation
                .label(&file.document.root_node())
                .in_source(file.source);
            let diagnostic = cx.diagnostic(at, violation.message.clone());
            let media_type = Label::key(media_type.node.pointer.clone())
                .with_message("the described media type");
            out.push(
                diagnostic
                    .label(violation.schema_label(cx.document()))
                    .label(media_type),
            );
        }
    }
}
