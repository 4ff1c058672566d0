use std::collections::HashSet;

use crate::lint::codegen::is_typed_json;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "media-type-schema-missing",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A body has no schema",
    documentation: r#"
## What it does

Reports a request body, or a response of `application/json`, without a `schema`.

## Why is this bad?

progenitor rejects the request body, and panics on the response. The empty schema `{}` accepts any JSON.

client-codegen takes it for any JSON.

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
            application/json: {}
        4XX: {description: Rejected.}
```

```yaml,bad
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        required: true
        content:
          application/json: {}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
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
              schema: {}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for operation in cx.document().operations() {
        let bodies = operation
            .request_body()
            .into_iter()
            .flat_map(|body| body.media_types());
        let responses = operation
            .responses()
            .flat_map(|response| response.media_types());
        for media_type in bodies.chain(responses.filter(is_typed_json)) {
            let place = media_type.node.pointer;
            if media_type.schema.is_none() && seen.insert(place.clone()) {
                let message = format!(
                    "the `{}` of `{}` has no schema",
                    media_type.name,
                    operation.label()
                );
                out.push(
                    cx.diagnostic(Label::key(place), message)
                        .help("add a `schema`; `{}` if it may be anything"),
                );
            }
        }
    }
}
