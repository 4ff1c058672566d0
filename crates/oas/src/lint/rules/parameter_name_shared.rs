use std::collections::HashMap;

use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-name-shared",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two parameters of an operation have the same name in different locations",
    documentation: r#"
## What it does

Reports parameters of an operation with the same `name` and different `in`.

## Why is this bad?

They are two parameters (OpenAPI 3.0.3, section 4.7.12). progenitor identifies parameters by name and silently drops one of them: it
is never sent.

client-codegen sends both, under two names.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: id, in: query, description: Which ones., schema: {type: string}}
        - {name: id, in: header, description: Who asks., schema: {type: string}}
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
      parameters:
        - {name: id, in: query, description: Which ones., schema: {type: string}}
        - {name: X-Id, in: header, description: Who asks., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let mut known = HashMap::new();
        for parameter in operation.parameters() {
            let (name, place) = (parameter.name(), parameter.location());
            let at = Label::value(parameter.node().pointer.join("name"));
            let (first_place, first) = known.entry(name).or_insert((place, at.clone()));
            if *first_place != place {
                let message = format!(
                    "`{name}` is in the {place} and in the {first_place} of `{}`",
                    operation.label()
                );
                let first = first.clone().with_message("the first one");
                out.push(
                    cx.diagnostic(at, message)
                        .label(first)
                        .help("describe one of them"),
                );
            }
        }
    }
}
