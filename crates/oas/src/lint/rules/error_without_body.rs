use crate::lint::codegen::{Body, generated_responses};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "error-without-body",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "An error has no body, but others of the operation do",
    documentation: r#"
## What it does

Reports an error response without a body if another error response of the operation has one.

## Why is this bad?

A method of the generated client has one error type. progenitor finds two types, and panics.

client-codegen decodes the errors that have a body, and returns the others as they are.

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
              schema: {$ref: '#/components/schemas/Pet'}
        '400':
          description: Rejected.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
        '500': {description: Failed.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
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
              schema: {$ref: '#/components/schemas/Pet'}
        '400':
          description: Rejected.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
        '500':
          description: Failed.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
    Problem: {description: What is wrong., type: object, properties: {code: {description: A code., type: string}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let mut errors = generated_responses(&operation);
        errors.retain(|response| response.is_error());
        let Some(with) = errors.iter().find(|response| response.body != Body::None) else {
            continue;
        };
        for without in errors.iter().filter(|response| response.body == Body::None) {
            let (status, label) = (without.status, operation.label());
            let message = format!(
                "the {status} of `{label}` has no body, while the {} has one",
                with.status
            );
            let with = Label::key(with.pointer.clone()).with_message("with a body");
            let diagnostic = cx
                .diagnostic(Label::key(without.pointer.clone()), message)
                .label(with);
            out.push(diagnostic.help("use the same body for every error of the operation"));
        }
    }
}
