use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::SUCCESSOR;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "deprecated-without-successor",
    category: Category::Lifecycle,
    severity: Severity::Info,
    summary: "A deprecated operation has no successor",
    documentation: r#"
## What it does

Reports an operation with `deprecated: true` and without `x-successor`. The rule runs by name only.

## Why is this bad?

Clients do not know which operation to use instead.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /animals:
    get:
      operationId: listAnimals
      summary: List animals
      description: Lists all animals.
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
      deprecated: true
      x-successor: listAnimals
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
  /animals:
    get:
      operationId: listAnimals
      summary: List animals
      description: Lists all animals.
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        if operation.is_deprecated() && operation.node().get(SUCCESSOR).is_none() {
            let at = Label::key(operation.pointer().join("deprecated"));
            let message = format!("`{}` is deprecated without a successor", operation.label());
            let help = format!(
                "add `{SUCCESSOR}` with the `operationId` of the operation that replaces it"
            );
            out.push(cx.diagnostic(at, message).help(help));
        }
    }
}
