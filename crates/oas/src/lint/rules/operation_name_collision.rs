use std::collections::HashMap;

use crate::lint::codegen::field;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "An operation has the Rust name of another method",
    documentation: r#"
## What it does

Reports operations whose ids are equal in snake case, and an id that is the name of a method that the client has already, such as
`new`, `post` or `exec`.

## Why is this bad?

progenitor generates two methods of the same name, and the client does not compile.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /animals:
    get:
      operationId: list_pets
      summary: List animals
      description: Lists all animals.
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
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /animals:
    get:
      operationId: listAnimals
      summary: List animals
      description: Lists all animals.
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

/// The client's own methods: its constructors, and those of the traits by which the generated code
/// calls its hooks.
const OWN: [&str; 6] = [
    "api_version",
    "exec",
    "new",
    "new_with_client",
    "post",
    "pre",
];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut known = HashMap::new();
    for operation in cx.document().operations() {
        let Some(id) = operation.id() else { continue };
        let method = field(id);
        let place = operation.pointer().join("operationId");
        if OWN.contains(&&*method) {
            let message =
                format!("`{id}` becomes the method `{method}`, which the client has already");
            out.push(
                cx.diagnostic(Label::value(place.clone()), message)
                    .help("choose another name"),
            );
        }
        let (first_id, first) = known.entry(method.clone()).or_insert((id, place.clone()));
        // `operation-id-duplicate` reports equal ids.
        if *first_id != id {
            let message = format!("`{id}` and `{first_id}` both become the method `{method}`");
            let first = Label::value(first.clone()).with_message("the first one");
            out.push(
                cx.diagnostic(Label::value(place), message)
                    .label(first)
                    .help("rename one of them"),
            );
        }
    }
}
