use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::SUCCESSOR;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "successor-unknown",
    category: Category::Lifecycle,
    severity: Severity::Error,
    summary: "`x-successor` does not name another operation",
    documentation: r#"
## What it does

Reports an `x-successor` that is not the `operationId` of another operation of the document.

## Why is this bad?

The extension names the replacement for clients. The generated client, the mock server and the reference page repeat it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
      x-successor: listAnimal
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
    let operations = cx.document().operations().collect::<Vec<_>>();
    let ids = || operations.iter().filter_map(|operation| operation.id());
    for operation in &operations {
        let Some(successor) = operation.node().get(SUCCESSOR) else {
            continue;
        };
        let Some(text) = successor.value.as_str() else {
            continue;
        };
        let at = Label::value(successor.pointer);
        if operation.id() == Some(text) {
            let message = format!("`{text}` is the operation itself");
            out.push(cx.diagnostic(at, message));
        } else if !ids().any(|id| id == text) {
            let diagnostic = cx.diagnostic(at, format!("no operation has the id `{text}`"));
            out.push(match crate::suggest::closest(text, ids()) {
                Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
                None => diagnostic,
            });
        }
    }
}
