use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "request-media-types-multiple",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A request body has several media types",
    documentation: r#"
## What it does

Reports a request body with more than one media type.

## Why is this bad?

A method of the generated client sends one media type. progenitor panics.

client-codegen sends JSON if it is one of them, and notes it.

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
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
          application/x-www-form-urlencoded:
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

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let Some(body) = operation.request_body() else {
            continue;
        };
        let media_types = body.media_types();
        if let [first, second, ..] = &media_types[..] {
            let message = format!(
                "the body of `{}` has {} media types",
                operation.label(),
                media_types.len()
            );
            let first = Label::key(first.node.pointer.clone()).with_message("the first one");
            let diagnostic = cx
                .diagnostic(Label::key(second.node.pointer.clone()), message)
                .label(first);
            out.push(diagnostic.help("keep the one that clients send"));
        }
    }
}
