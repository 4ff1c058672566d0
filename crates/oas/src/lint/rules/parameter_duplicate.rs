use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-duplicate",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "Two parameters of a list have the same name and location",
    documentation: r#"
## What it does

Reports a parameter whose `name` and `in` equal those of another one in the same list. A parameter of an operation may override one
of its path item. Names of headers are case-insensitive (RFC 9110, section 5.1).

## Why is this bad?

A list must not contain duplicates (OpenAPI 3.0.3, section 4.7.10.1).

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: sort, in: query, description: What to sort by., schema: {type: string}}
        - {name: sort, in: query, description: The order., schema: {type: string}}
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
        - {name: sort, in: query, description: What to sort by., schema: {type: string}}
        - {name: order, in: query, description: The order., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("operation-parameters"),
        Equivalent::redocly("operation-parameters-unique"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let lists = cx
        .objects()
        .iter()
        .filter(|object| matches!(object.kind, Kind::PathItem | Kind::Operation));
    for list in lists {
        let mut known: HashMap<(String, &str), Pointer> = HashMap::new();
        for written in list.node.items_of("parameters") {
            let Some(parameter) = cx.document().resolve(written.clone()) else {
                continue;
            };
            let (Some(name), Some(place)) = (parameter.str("name"), parameter.str("in")) else {
                continue;
            };
            let key = if place == "header" {
                name.to_ascii_lowercase()
            } else {
                name.to_owned()
            };
            match known.entry((key, place)) {
                Entry::Vacant(entry) => {
                    entry.insert(written.pointer);
                }
                Entry::Occupied(first) => {
                    let first = Label::value(first.get().clone()).with_message("the first one");
                    let message = format!("the {place} parameter `{name}` occurs twice");
                    out.push(
                        cx.diagnostic(Label::value(written.pointer), message)
                            .label(first),
                    );
                }
            }
        }
    }
}
