use std::collections::HashSet;

use crate::lint::codegen::effective;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity, Style};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-explode-ignored",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A list is sent as several parameters",
    documentation: r#"
## What it does

Reports `explode: false` on an array in the query.

## Why is this bad?

It means `tags=a,b`. progenitor ignores it and sends `tags=a&tags=b`, of which the service reads one value.

client-codegen sends `tags=a,b`.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: tags, in: query, description: Tags., explode: false, schema: {type: array, items: {type: string}}}
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
        - {name: tags, in: query, description: 'Tags, with commas between them.', schema: {type: string}}
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
            .filter(|parameter| parameter.location() == "query")
        {
            let node = parameter.node();
            let Some(schema) = node.get("schema") else {
                continue;
            };
            let (style, explode) = parameter.style();
            let is_list = effective(cx.document(), schema).kind == Some("array");
            let place = node.pointer.join("explode");
            if style == Style::Form && is_list && !explode && seen.insert(place.clone()) {
                let message = format!(
                    "progenitor sends `{}` once per item, despite `explode: false`",
                    parameter.name()
                );
                out.push(
                    cx.diagnostic(Label::key(place), message)
                        .help("make it a string, and let the caller join the items"),
                );
            }
        }
    }
}
