use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-tag-missing",
    category: Category::Operations,
    severity: Severity::Info,
    summary: "An operation has no tag, in a document with tags",
    documentation: r#"
## What it does

Reports an operation without `tags` in a document that declares tags.

## Why is this bad?

Pages put it into a group named "default", or omit it.

## Example

```yaml,bad
tags:
  - {name: Pets, description: All about pets.}
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

## Use instead

```yaml,good
tags:
  - {name: Pets, description: All about pets.}
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      tags: [Pets]
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[Equivalent::spectral("operation-tags")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.objects_of(Kind::Tag).next().is_none() {
        return;
    }
    for operation in cx.document().operations() {
        if operation.node().items_of("tags").next().is_none() {
            out.push(cx.diagnostic(
                Label::key(operation.pointer().clone()),
                format!("`{}` has no tag", operation.label()),
            ));
        }
    }
}
