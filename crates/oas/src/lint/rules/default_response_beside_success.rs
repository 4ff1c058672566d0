use crate::lint::codegen::generated_responses;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "default-response-beside-success",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A `default` response has a different type than the success",
    documentation: r#"
## What it does

Reports a `default` response whose body has another type than that of a documented success.

## Why is this bad?

`default` describes every status without a response of its own, successes included. progenitor therefore finds two success types,
and panics. `4XX` and `5XX` describe errors only.

client-codegen takes `default` for the errors that are not listed.

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
        default:
          description: Failed.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
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
        4XX:
          description: Rejected.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
        5XX:
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
        let Some(default) = responses.iter().find(|response| response.is_default()) else {
            continue;
        };
        let mut successes = responses.iter().filter(|response| response.is_success());
        // Beside a range, `default` covers no success.
        if successes
            .clone()
            .all(|response| matches!(response.status, "2XX" | "200"))
            && successes.clone().any(|response| response.status == "2XX")
        {
            continue;
        }
        let Some(success) = successes.find(|response| response.body != default.body) else {
            continue;
        };
        let (found, expected) = (default.body.described(), success.body.described());
        let message = format!(
            "the `default` of `{}` has {found}, the {} has {expected}",
            operation.label(),
            success.status
        );
        let success = Label::key(success.pointer.clone()).with_message("another type here");
        let diagnostic = cx
            .diagnostic(Label::key(default.pointer.clone()), message)
            .label(success);
        out.push(diagnostic.help("describe the errors as `4XX` and `5XX` instead of `default`"));
    }
}
