use std::collections::HashSet;

use crate::lint::codegen::is_typed_json;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "json-media-type-not-decoded",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A JSON response has a media type that progenitor does not decode",
    documentation: r#"
## What it does

Reports a response with a JSON media type other than `application/json`, such as `application/problem+json` or `Application/JSON`.

## Why is this bad?

progenitor returns the bytes of such a response, and does not use its schema.

client-codegen decodes it, and accepts its media type.

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
            application/json:
              schema: {type: array, items: {type: string}}
        4XX:
          description: Rejected.
          content:
            application/problem+json:
              schema: {$ref: '#/components/schemas/Problem'}
components:
  schemas:
    Problem: {description: What is wrong., type: object, properties: {code: {description: A code., type: string}}}
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
              schema: {type: array, items: {type: string}}
        4XX:
          description: Rejected.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
components:
  schemas:
    Problem: {description: What is wrong., type: object, properties: {code: {description: A code., type: string}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for operation in cx.document().operations() {
        for response in operation.responses() {
            let media_types = response.media_types();
            if media_types.iter().any(is_typed_json) {
                continue;
            }
            let json = media_types
                .into_iter()
                .find(|one| one.is_json() && one.schema.is_some());
            let Some(json) = json.filter(|json| seen.insert(json.node.pointer.clone())) else {
                continue;
            };
            let message = format!(
                "progenitor returns the {} of `{}` as bytes",
                response.status,
                operation.label()
            );
            let help =
                "describe it as `application/json`: the generated client does not check the header";
            out.push(
                cx.diagnostic(Label::key(json.node.pointer), message)
                    .help(help),
            );
        }
    }
}
