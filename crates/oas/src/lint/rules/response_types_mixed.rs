use crate::lint::codegen::{Body, GeneratedResponse, generated_responses};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Operation, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "response-types-mixed",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "The responses of an operation have different types",
    documentation: r#"
## What it does

Reports an operation with two successes, or two errors, of different types. `default` is an error.

## Why is this bad?

A method of the generated client has one success type and one error type. progenitor panics.

client-codegen generates an `Option` or an enum for the successes, and decodes one of the errors.

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
        '500':
          description: Failed.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Trouble'}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
    Problem: {description: What is wrong., type: object, properties: {code: {description: A code., type: string}}}
    Trouble: {description: What is wrong., type: object, properties: {text: {description: A text., type: string}}}
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
        let responses = generated_responses(&operation);
        let successes = responses.iter().filter(|response| response.is_success());
        compare(cx, &operation, successes.collect(), out);
        // `error-without-body` reports an error without a body.
        let errors = responses
            .iter()
            .filter(|response| response.is_error() && response.body != Body::None);
        compare(cx, &operation, errors.collect(), out);
    }
}

/// Returns the responses of a group that have another type than the first.
fn compare(
    cx: &Context<'_>,
    operation: &Operation<'_>,
    group: Vec<&GeneratedResponse<'_>>,
    out: &mut Vec<Diagnostic>,
) {
    let Some((first, others)) = group.split_first() else {
        return;
    };
    for other in others.iter().filter(|other| other.body != first.body) {
        let (status, found, expected) =
            (other.status, other.body.described(), first.body.described());
        let message = format!(
            "the {status} of `{}` has {found}, the {} has {expected}",
            operation.label(),
            first.status
        );
        let first = Label::key(first.pointer.clone()).with_message("another type here");
        let diagnostic = cx
            .diagnostic(Label::key(other.pointer.clone()), message)
            .label(first);
        out.push(diagnostic.help("use one schema for all successes, and one for all errors"));
    }
}
