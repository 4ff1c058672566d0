use crate::lint::published;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "published-example-unmatched",
    category: Category::Published,
    severity: Severity::Error,
    summary: "A published example matches nothing in the document",
    documentation: r#"
## What it does

Reports a published example whose name does not name an operation of the document, or names a request body or status that it does
not have.

## Why is this bad?

The operation was renamed, or a status is not documented.

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
{"name": "Rex"}
```

```json,file=createPets.409.json
{}
```

```json,file=createPet.409.json
{}
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
    for file in published::files(cx) {
        let at = Label::value(Pointer::root()).in_source(file.source);
        if file.operation.is_empty() {
            let diagnostic = cx.diagnostic(at, "the file name does not name an operation");
            out.push(
                diagnostic
                    .help("name it `<operationId>.request.json` or `<operationId>.<status>.json`"),
            );
        } else if let Some(described) = &file.described {
            if file.media_type().is_none() {
                let (what, place) = match file.part {
                    "request" => (
                        "request body in JSON".to_owned(),
                        described.pointer().clone(),
                    ),
                    status => (
                        format!("response `{status}` in JSON"),
                        described.pointer().join("responses"),
                    ),
                };
                let diagnostic = cx.diagnostic(at, format!("`{}` has no {what}", file.operation));
                out.push(diagnostic.label(Label::key(place).with_message("described here")));
            }
        } else {
            let diagnostic = cx.diagnostic(
                at,
                format!("the document has no operation `{}`", file.operation),
            );
            let operations = cx
                .document()
                .operations()
                .filter_map(|operation| operation.id())
                .collect::<Vec<_>>();
            out.push(match crate::suggest::closest(file.operation, operations) {
                Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
                None => diagnostic,
            });
        }
    }
}
