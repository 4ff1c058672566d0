use std::collections::HashMap;

use crate::lint::composite;
use crate::lint::{Category, Check, Context, Rule};
use crate::model;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "example-missing",
    category: Category::Examples,
    severity: Severity::Info,
    summary: "A request or response has no example",
    documentation: r#"
## What it does

Reports a media type with a schema, but without an example: neither of its own, nor on the schema or a part of it. Binary content is
not reported.

## Why is this bad?

An example shows at a glance what a schema describes at length.

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
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let document = cx.document();
    let mut known: HashMap<Pointer, bool> = HashMap::new();
    for media_type in cx.objects_of(Kind::MediaType) {
        let schema = media_type.node.get("schema");
        let Some(schema) = schema.and_then(|schema| document.resolve(schema)) else {
            continue;
        };
        let has_own = !model::examples(document, &media_type.node).is_empty()
            || media_type.node.members_of("examples").next().is_some();
        let is_binary = schema.str("format") == Some("binary");
        if has_own || is_binary {
            continue;
        }
        // Tools combine the examples of the properties.
        let has_parts = known.entry(schema.pointer.clone()).or_insert_with(|| {
            let mut parts = composite::reachable(document, std::iter::once(schema)).into_iter();
            parts.any(|part| part.get("example").is_some())
        });
        if !*has_parts {
            let name = media_type.node.pointer.last().unwrap_or_default();
            let message = format!("`{name}` has no example");
            out.push(cx.diagnostic(Label::key(media_type.node.pointer.clone()), message));
        }
    }
}
