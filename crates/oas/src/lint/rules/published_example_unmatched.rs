use crate::lint::published;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "published-example-unmatched",
    category: Category::Published,
    severity: Severity::Error,
    summary: "A published example stands for nothing in the document",
    documentation: r#"
Its name leads to no operation, or to no request body or status of it: the operation was renamed, or a status is not documented.

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

```json,file=createPet.request.json
{"name": "Rex"}
```

```json,file=createPets.409.json
{}
```

```json,file=createPet.409.json
{}
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
            example: {name: Rex}
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
            let finding = cx.finding(at, "the name of the file says nothing about an operation");
            out.push(
                finding
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
                let finding = cx.finding(at, format!("`{}` has no {what}", file.operation));
                out.push(finding.label(Label::key(place).saying("it would be described here")));
            }
        } else {
            let finding = cx.finding(
                at,
                format!("the document has no operation `{}`", file.operation),
            );
            let operations = cx
                .document()
                .operations()
                .filter_map(|operation| operation.id())
                .collect::<Vec<_>>();
            out.push(match crate::suggest::closest(file.operation, operations) {
                Some(name) => finding.help(format!("did you mean `{name}`?")),
                None => finding,
            });
        }
    }
}
