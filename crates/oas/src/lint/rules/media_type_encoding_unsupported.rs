use std::collections::HashSet;

use crate::lint::codegen::is_typed_json;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::media_type::{FORM, without_parameters};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "media-type-encoding-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A body has an `encoding`",
    documentation: r#"
## What it does

Reports an `encoding` on a JSON or form body of a request, or a JSON body of a response.

## Why is this bad?

progenitor panics.

client-codegen ignores it, and notes it for forms.

## Example

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
          application/x-www-form-urlencoded:
            schema: {$ref: '#/components/schemas/Pet'}
            encoding:
              name: {allowReserved: true}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
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
        required: true
        content:
          application/x-www-form-urlencoded:
            schema: {$ref: '#/components/schemas/Pet'}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
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
        let bodies =
            bodies.filter(|one| without_parameters(one.name) == FORM || is_typed_json(one));
        let responses = operation
            .responses()
            .flat_map(|response| response.media_types());
        for media_type in bodies.chain(responses.filter(is_typed_json)) {
            let place = media_type.node.pointer.join("encoding");
            if media_type.node.members_of("encoding").next().is_some() && seen.insert(place.clone())
            {
                let message = format!(
                    "the `{}` of `{}` has an `encoding`",
                    media_type.name,
                    operation.label()
                );
                out.push(
                    cx.diagnostic(Label::key(place), message)
                        .help("remove it, and state it in the description"),
                );
            }
        }
    }
}
