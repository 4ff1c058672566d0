use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-id-not-camel-case",
    category: Category::Operations,
    severity: Severity::Info,
    summary: "An `operationId` is not in camel case",
    documentation: r#"
## What it does

Reports an `operationId` that is not in camel case, such as `list_pets` or `ListPets`.

## Why is this bad?

Names in one style are easier to find, and generators convert camel case to the style of their language.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: list-pets
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
        Equivalent::spectral("operation-operationId-valid-in-url"),
        Equivalent::redocly("operation-operationId-url-safe"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let Some(id) = operation
            .id()
            .filter(|id| !id.is_empty() && !is_camel_case(id))
        else {
            continue;
        };
        out.push(cx.diagnostic(
            Label::value(operation.pointer().join("operationId")),
            format!("`{id}` is not in camel case"),
        ));
    }
}

fn is_camel_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|c| c.is_ascii_alphanumeric())
}
