use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-with-query",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "A path has a query or fragment",
    documentation: r#"
## What it does

Reports a path with `?` or `#`.

## Why is this bad?

A query consists of parameters with `in: query`; in the path, tools escape it. A fragment is never sent, so that a server cannot
distinguish the operations.

## Example

```yaml,bad
paths:
  /pets?sort=name:
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
      parameters:
        - {name: sort, in: query, description: What to sort by., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("path-not-include-query"),
        Equivalent::redocly("path-not-include-query"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (path, item) in paths::paths(cx.document()) {
        if path.contains(['?', '#']) {
            out.push(cx.diagnostic(
                Label::key(item.pointer),
                "the path has a query or a fragment",
            ));
        }
    }
}
