use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "security-missing",
    category: Category::Security,
    severity: Severity::Warning,
    summary: "An operation has no security requirement",
    documentation: r#"
## What it does

Reports an operation without `security`, in a document without it. If no operation has any, there is one diagnostic for all of them.

## Why is this bad?

Such an operation is open to everyone. If that is intended, `security: []` states it; if not, readers believe that no credentials are
needed.

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
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      security:
        - bearer: []
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
```

```yaml,bad
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
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
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      security: []
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      security:
        - bearer: []
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
```
"#,
    equivalents: &[Equivalent::redocly("security-defined")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let document = cx.document();
    if document.root().get("security").is_some() {
        return;
    }
    let (stated, unstated): (Vec<_>, Vec<_>) = document
        .operations()
        .partition(|operation| operation.node().value.get("security").is_some());
    let help = "add `security` with the accepted schemes, or `security: []` if the operation is open to everyone";
    if stated.is_empty() && !unstated.is_empty() {
        let at = Label::key(Pointer::root().join("paths"));
        out.push(
            cx.diagnostic(at, "no operation has a security requirement")
                .help(help),
        );
        return;
    }
    for operation in unstated {
        let message = format!("`{}` has no security requirement", operation.label());
        out.push(
            cx.diagnostic(Label::key(operation.pointer().clone()), message)
                .help(help),
        );
    }
}
