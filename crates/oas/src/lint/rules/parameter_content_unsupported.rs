use std::collections::HashSet;

use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-content-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A parameter has `content`",
    documentation: r#"
## What it does

Reports a parameter with `content` instead of a `schema`.

## Why is this bad?

progenitor rejects the document. Describe the parameter as a string, which the caller serialises.

client-codegen does so, and notes it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - name: filter
          in: query
          description: A filter.
          content:
            application/json:
              schema: {type: object}
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
        - {name: filter, in: query, description: 'A filter, as JSON.', schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for operation in cx.document().operations() {
        for parameter in operation.parameters() {
            let place = parameter.node().pointer.join("content");
            // `cookie-parameter-unsupported` reports cookies.
            let is_serialised =
                parameter.node().value.get("content").is_some() && parameter.location() != "cookie";
            if is_serialised && seen.insert(place.clone()) {
                let message = format!("`{}` is serialised as a media type", parameter.name());
                let help = "give it a `schema` of `type: string`, and describe its form";
                out.push(cx.diagnostic(Label::key(place), message).help(help));
            }
        }
    }
}
