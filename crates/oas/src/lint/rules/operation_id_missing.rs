use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-id-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "An operation has no `operationId`",
    documentation: r#"
## What it does

Reports an operation without an `operationId`.

## Why is this bad?

It is the name of the operation: of the method in a generated client, of the anchor in a page. OpenAPI does not require it;
progenitor does.

## Example

```yaml,bad
paths:
  /pets:
    get:
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
        Equivalent::spectral("operation-operationId"),
        Equivalent::redocly("operation-operationId"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let id = operation.node().get("operationId");
        if id.is_none_or(|id| id.value == "") {
            out.push(
                cx.diagnostic(
                    Label::key(operation.pointer().clone()),
                    format!(
                        "`{} {}` has no `operationId`",
                        operation.method(),
                        operation.path()
                    ),
                )
                .help("give it a name in camel case, such as `listPets`"),
            );
        }
    }
}
