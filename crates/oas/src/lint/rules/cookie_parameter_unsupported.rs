use std::collections::HashSet;

use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "cookie-parameter-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A parameter is sent in a cookie",
    documentation: r#"
## What it does

Reports a parameter with `in: cookie`.

## Why is this bad?

progenitor rejects the document. If the cookie authenticates the client, declare a security scheme with `type: apiKey, in: cookie`,
which progenitor leaves to the program.

client-codegen leaves out the parameter, or the operation if the parameter is required, and notes it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: session, in: cookie, description: The session., schema: {type: string}}
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
      security:
        - session: []
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  securitySchemes:
    session: {type: apiKey, in: cookie, name: session}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for operation in cx.document().operations() {
        for parameter in operation.parameters() {
            let place = parameter.node().pointer.join("in");
            if parameter.location() == "cookie" && seen.insert(place.clone()) {
                let message = format!("`{}` is sent in a cookie", parameter.name());
                out.push(
                    cx.diagnostic(Label::value(place), message)
                        .help("make it a security scheme, or a header"),
                );
            }
        }
    }
}
