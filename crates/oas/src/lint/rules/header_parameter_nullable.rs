use std::collections::HashSet;

use crate::lint::codegen::effective;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "header-parameter-nullable",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A header parameter is nullable",
    documentation: r#"
## What it does

Reports a header parameter whose schema has `nullable: true`.

## Why is this bad?

A header is a string or absent. progenitor generates an `Option` and formats it as a string, which does not compile.

client-codegen ignores `nullable` there.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: X-Trace, in: header, description: A trace., schema: {type: string, nullable: true}}
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
        - {name: X-Trace, in: header, description: A trace., schema: {type: string}}
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
        for parameter in operation
            .parameters()
            .iter()
            .filter(|parameter| parameter.location() == "header")
        {
            let Some(schema) = parameter.node().get("schema") else {
                continue;
            };
            let parts = effective(cx.document(), schema).parts;
            let Some(part) = parts.iter().find(|part| part.is_true("nullable")) else {
                continue;
            };
            let place = part.pointer.join("nullable");
            if seen.insert(place.clone()) {
                let message = format!("the header `{}` is nullable", parameter.name());
                out.push(
                    cx.diagnostic(Label::key(place), message)
                        .help("remove `nullable`: a header that is not required may be absent"),
                );
            }
        }
    }
}
