use crate::lint::codegen::sent;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "default-always-sent",
    category: Category::Codegen,
    severity: Severity::Info,
    summary: "A property of a request has a `default`",
    documentation: r#"
## What it does

Reports a `default` on a property that a request uses.

## Why is this bad?

progenitor makes the property mandatory and always sends it: a client that sets nothing overrides what the service stores, and keeps
sending the old default after the service has changed it.

client-codegen makes the property optional, and sends nothing that is not set.

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
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {wild: {description: Whether it is wild., type: boolean, default: true}}}
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
    Pet: {description: A pet., type: object, properties: {wild: {description: 'Whether it is wild. The default is true.', type: boolean}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in sent(cx.document()) {
        for (name, property) in schema.members_of("properties") {
            let Some(default) = property
                .get("default")
                .filter(|default| !default.value.is_null())
            else {
                continue;
            };
            let is_required = schema
                .items_of("required")
                .any(|required| required.value == name);
            if !is_required && property.reference().is_none() {
                let message = format!("progenitor sends `{name}` even if it is not set");
                out.push(
                    cx.diagnostic(Label::key(default.pointer), message)
                        .help("describe what its absence means"),
                );
            }
        }
    }
}
