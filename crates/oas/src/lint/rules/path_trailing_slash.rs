use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-trailing-slash",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "A path ends in `/`",
    documentation: r#"
## What it does

Reports a path that ends in `/`.

## Why is this bad?

`/pets` and `/pets/` are different paths. Many servers redirect from one to the other, and a client that sends a body or credentials
should not follow.

## Example

```yaml,bad
paths:
  /pets/:
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
```
"#,
    equivalents: &[
        Equivalent::spectral("path-keys-no-trailing-slash"),
        Equivalent::redocly("no-path-trailing-slash"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (path, item) in paths::paths(cx.document()) {
        if path.len() > 1 && path.ends_with('/') {
            out.push(cx.diagnostic(Label::key(item.pointer), "the path ends in `/`"));
        }
    }
}
