use crate::lint::published::{self, difference};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "published-example-different",
    category: Category::Published,
    severity: Severity::Error,
    summary: "A published example differs from the one in the document",
    documentation: r#"
## What it does

Reports a value in which a published example differs from the example in the document, regardless of the order of keys. If the
document has several examples, the most similar one is compared.

## Why is this bad?

The example in the document is a copy of the published one; one of the two is out of date.

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

```json,file=createPet.request.json
{"name": "Tom"}
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

```json,file=createPet.request.json
{"bornOn": "2020-02-29", "name": "Rex"}
```
"#,
    equivalents: &[],
    check: Check::Published(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for file in published::files(cx) {
        let Some(media_type) = file.media_type() else {
            continue;
        };
        let published = file.document.root();
        let inline = media_type
            .examples
            .iter()
            .map(|example| (example, difference(published, example.value.value)));
        let Some((example, differences)) = inline.min_by_key(|(_, differences)| differences.len())
        else {
            let at = Label::value(Pointer::root()).in_source(file.source);
            let diagnostic = cx.diagnostic(at, "the document has no example of this");
            out.push(
                diagnostic.label(
                    Label::key(media_type.node.pointer.clone()).with_message("should have it"),
                ),
            );
            continue;
        };
        for difference in differences {
            let at = Label::value(difference.clone()).in_source(file.source);
            let here = published.pointer(difference.as_str());
            let there_at = example.value.pointer.concat(&difference);
            let there = cx.document().get(&there_at);
            let name = difference.last().unwrap_or_default();
            let message = match (here, there) {
                (Some(here), Some(there)) => {
                    format!("{here} is published, but {there} is documented")
                }
                (None, _) => format!("`{name}` is documented, but not published"),
                (_, None) => format!("`{name}` is published, but not documented"),
            };
            out.push(
                cx.diagnostic(at, message)
                    .label(Label::value(there_at).with_message("the document's example")),
            );
        }
    }
}
