use std::collections::HashSet;

use crate::lint::codegen::effective;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-not-text",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A parameter of a path or header is not a string, or one of a query is an object",
    documentation: r#"
## What it does

Reports a path or header parameter that is an array, object or nullable, and an object with properties in a query.

## Why is this bad?

progenitor formats parameters of paths and headers with `Display`, which arrays, maps and null do not implement: the client does not
compile. On objects with properties it panics.

client-codegen takes a string for a list, and a parameter for each property of an object, and notes it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: ids, in: header, description: Which ones., schema: {type: array, items: {type: string}}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: filter, in: query, description: Which ones., schema: {type: object, properties: {name: {description: A name., type: string}}}}
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
        - {name: ids, in: header, description: 'Which ones, with commas between them.', schema: {type: string}}
        - {name: name, in: query, description: A name., schema: {type: string}}
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
            let Some(schema) = parameter.node().get("schema") else {
                continue;
            };
            let place = schema.pointer.clone();
            let effective = effective(cx.document(), schema);
            let has_properties = effective.properties().next().is_some();
            let what = match (parameter.location(), effective.kind) {
                ("path" | "header", Some("array")) => "an array",
                ("path" | "header", Some("object")) => "an object",
                ("query", Some("object")) if has_properties => "an object",
                ("path", _) if effective.is_nullable => "nullable",
                _ => continue,
            };
            if seen.insert(place.clone()) {
                let message = format!(
                    "the {} parameter `{}` is {what}",
                    parameter.location(),
                    parameter.name()
                );
                let help = match parameter.location() {
                    "query" => "describe each property as a parameter",
                    _ => "make it a string, and describe its form",
                };
                out.push(cx.diagnostic(Label::key(place), message).help(help));
            }
        }
    }
}
