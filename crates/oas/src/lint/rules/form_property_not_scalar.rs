use std::collections::HashSet;

use crate::lint::codegen::effective;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::media_type::{FORM, without_parameters};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "form-property-not-scalar",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A property of a form is an array or object",
    documentation: r#"
## What it does

Reports a property of an `application/x-www-form-urlencoded` body that is an array or an object.

## Why is this bad?

A form is a list of names and strings. Neither progenitor nor its library can write arrays and objects into one: every call that
sets the property fails before it is sent.

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
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {tags: {description: Its tags., type: array, items: {type: string}}}}
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
    Pet: {description: A pet., type: object, properties: {tags: {description: 'Its tags, with commas between them.', type: string}}}
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
        let forms = bodies.filter(|one| without_parameters(one.name) == FORM);
        for schema in forms.filter_map(|form| form.schema) {
            for (name, property) in effective(cx.document(), schema).properties() {
                let what = match effective(cx.document(), property.clone()).kind {
                    Some("array") => "an array",
                    Some("object") => "an object",
                    _ => continue,
                };
                if seen.insert(property.pointer.clone()) {
                    let message =
                        format!("`{name}` is {what} in the form of `{}`", operation.label());
                    let help = "make it a string, and describe its form";
                    out.push(
                        cx.diagnostic(Label::key(property.pointer), message)
                            .help(help),
                    );
                }
            }
        }
    }
}
