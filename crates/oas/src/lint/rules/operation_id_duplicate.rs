use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-id-duplicate",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "Two operations have the same `operationId`",
    documentation: r#"
## What it does

Reports an `operationId` that another operation has too.

## Why is this bad?

It must be unique (OpenAPI 3.0.3, section 4.7.10.1). Generators reject the document, or one method replaces the other.

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
  /pets/all:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
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
  /pets/all:
    get:
      operationId: listAllPets
      summary: List pets
      description: Lists all pets.
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("operation-operationId-unique"),
        Equivalent::redocly("operation-operationId-unique"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut known: HashMap<&str, Node<'_>> = HashMap::new();
    for operation in cx.objects_of(Kind::Operation) {
        let Some(id) = operation.node.get("operationId") else {
            continue;
        };
        let Some(name) = id.value.as_str() else {
            continue;
        };
        match known.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(id);
            }
            Entry::Occupied(first) => {
                let message = format!("another operation is named `{name}`");
                let first = Label::value(first.get().pointer.clone()).with_message("the first one");
                out.push(
                    cx.diagnostic(Label::value(id.pointer), message)
                        .label(first),
                );
            }
        }
    }
}
