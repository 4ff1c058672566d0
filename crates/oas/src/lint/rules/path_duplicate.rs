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
No request can tell `/pets/{id}` from `/pets/{name}`, whichever of them it means; the specification calls them identical
(OpenAPI 3.0.3, section 4.7.8.1).

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
        4XX: {description: Refused.}
  /pets/{name}:
    get:
      operationId: getPetByName
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: name, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```

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
        4XX: {description: Refused.}
  /pets/by-name/{name}:
    get:
      operationId: getPetByName
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: name, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
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
                let first = Label::key(first.get().clone()).saying("the other one");
                out.push(
                    cx.finding(
                        Label::key(item.pointer),
                        "another path is the same but for names",
                    )
                    .label(first),
                );
            }
        }
    }
}
