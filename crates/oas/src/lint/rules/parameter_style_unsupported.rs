use std::collections::HashSet;

use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Style;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-style-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "progenitor does not support the style of a parameter",
    documentation: r#"
## What it does

Reports a `style` other than the default of its location: `simple` in a path or header, `form` in a query.

## Why is this bad?

progenitor rejects the document.

client-codegen writes the styles of the query, and leaves out other parameters with a note.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: tags, in: query, description: Tags., style: pipeDelimited, schema: {type: array, items: {type: string}}}
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
        - {name: tags, in: query, description: Tags., style: form, schema: {type: array, items: {type: string}}}
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
            if !matches!(parameter.location(), "path" | "query") {
                continue;
            }
            let written = Style::default_in(parameter.location());
            let Some(style) = parameter
                .node()
                .str("style")
                .filter(|style| Style::parse(style) != Some(written))
            else {
                continue;
            };
            let place = parameter.node().pointer.join("style");
            if seen.insert(place.clone()) {
                let message = format!("`{}` has the style `{style}`", parameter.name());
                out.push(cx.diagnostic(Label::value(place), message).help(format!(
                    "use `{written}`, the only style that it supports there"
                )));
            }
        }
    }
}
