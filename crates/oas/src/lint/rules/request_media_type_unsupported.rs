use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::media_type::{FORM, JSON, OCTET_STREAM, PLAIN_TEXT, without_parameters};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "request-media-type-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "progenitor cannot send the media type of a request body",
    documentation: r#"
## What it does

Reports a request body in another media type than `application/json`, `application/x-www-form-urlencoded`,
`application/octet-stream`, `text/plain` and `text/x-markdown`, in exactly this spelling.

## Why is this bad?

progenitor rejects the document.

client-codegen sends bytes, and leaves out the operations with a body in parts.

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
          application/vnd.pet+json:
            schema: {$ref: '#/components/schemas/Pet'}
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
          application/json:
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

const SENT: [&str; 5] = [JSON, FORM, OCTET_STREAM, PLAIN_TEXT, "text/x-markdown"];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let media_types = operation
            .request_body()
            .map(|body| body.media_types())
            .unwrap_or_default();
        // `request-media-types-multiple` reports several.
        let [only] = &media_types[..] else { continue };
        let name = without_parameters(only.name);
        if !SENT.contains(&name) {
            let message = format!(
                "progenitor cannot send a body of `{}` in `{}`",
                only.name,
                operation.label()
            );
            let diagnostic = cx.diagnostic(Label::key(only.node.pointer.clone()), message);
            let is_json = only.is_json();
            out.push(match is_json {
                true => {
                    diagnostic.help("describe it as `application/json`, if the service takes that")
                }
                false => diagnostic.help(
                    "remove the operation from the document of the generator, and write its code by hand",
                ),
            });
        }
    }
}
