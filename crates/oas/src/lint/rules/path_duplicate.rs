use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-duplicate",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "Two paths differ only in the names of their parameters",
    documentation: r#"
## What it does

Reports a path that equals another one except for the names in braces.

## Why is this bad?

No request can distinguish `/pets/{id}` from `/pets/{name}`: the specification calls them identical and invalid (OpenAPI 3.0.3,
section 4.7.8.1).

## Example

```yaml,bad
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: petId, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /pets/{name}:
    get:
      operationId: getPetByName
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: name, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: petId, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /pets/by-name/{name}:
    get:
      operationId: getPetByName
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: name, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("path-params"),
        Equivalent::redocly("no-identical-paths"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut known: HashMap<String, Pointer> = HashMap::new();
    for (path, item) in paths::paths(cx.document()) {
        match known.entry(paths::nameless(path)) {
            Entry::Vacant(entry) => {
                entry.insert(item.pointer);
            }
            Entry::Occupied(first) => {
                let first = Label::key(first.get().clone()).with_message("the other path");
                out.push(
                    cx.diagnostic(
                        Label::key(item.pointer),
                        "another path differs only in the names of its parameters",
                    )
                    .label(first),
                );
            }
        }
    }
}
