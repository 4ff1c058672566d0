use crate::lint::paths;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-item-reference-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A path item is a reference",
    documentation: r#"
## What it does

Reports a path item with a `$ref`.

## Why is this bad?

progenitor rejects the document.

client-codegen resolves a reference to a path item of the document that is not itself a path.

## Example

```yaml,bad
paths:
  /animals: {$ref: '#/paths/~1pets'}
  /pets:
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
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (path, item) in paths::paths(cx.document()) {
        if item.reference().is_some() {
            let at = Label::key(item.pointer.join("$ref"));
            out.push(
                cx.diagnostic(at, format!("`{path}` is a reference"))
                    .help("write its operations here"),
            );
        }
    }
}
