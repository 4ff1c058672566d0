use crate::lint::published;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "published-example-missing",
    category: Category::Published,
    severity: Severity::Error,
    summary: "A documented request or status has no published example",
    documentation: r#"
## What it does

Reports a request body or status without a file `<operationId>.request.json` or `<operationId>.<status>.json` among the published
examples.

## Why is this bad?

That part of the document is not checked against anything that was published.

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
        '200':
          description: Created.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {name: Rex}}
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
    let files = published::files(cx);
    let has = |operation: &str, part: &str| {
        files
            .iter()
            .any(|file| file.operation == operation && file.part == part)
    };
    for operation in cx.document().operations() {
        let Some(id) = operation.id() else { continue };
        let body = operation
            .request_body()
            .filter(|body| !body.media_types().is_empty());
        if body.is_some() && !has(id, "request") {
            let at = Label::key(operation.pointer().join("requestBody"));
            out.push(
                cx.diagnostic(at, "the request has no published example")
                    .help(advice(&format!("{id}.request.json"))),
            );
        }
        for response in operation
            .responses()
            .filter(|response| !response.media_types().is_empty())
        {
            let status = response.status;
            if !has(id, status) {
                let at = Label::key(operation.pointer().join("responses").join(status));
                out.push(
                    cx.diagnostic(at, format!("{status} has no published example"))
                        .help(advice(&format!("{id}.{status}.json"))),
                );
            }
        }
    }
}

fn advice(file: &str) -> String {
    format!(
        "add `{file}` as published; if the vendor has published none, allow it here with `x-lint-allow: {{published-example-missing: <reason>}}`"
    )
}
