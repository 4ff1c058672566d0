use crate::lint::{Category, Check, Compare, Context, Rule};
use crate::vocabulary::extension::SUCCESSOR;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "successor-breaking",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "A successor breaks clients of the operation that it replaces",
    documentation: r#"
## What it does

Reports an `x-successor` that, compared with the operation that names it as two versions of one operation, has breaking changes. Method,
path and lifecycle are not compared. `diff FILE#OPERATION FILE#OPERATION` shows all changes.

## Why is this bad?

A client that migrates expects to send the same requests, and to decode the responses.

## Example

```yaml,bad
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
      parameters:
        - {name: kind, in: query, required: true, description: The kind., schema: {type: string}}
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
      parameters:
        - {name: kind, in: query, required: false, description: The kind., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Compared(check),
};

fn check(cx: &Context<'_>, compare: Compare, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let Some(successor) = operation.node().get(SUCCESSOR) else {
            continue;
        };
        let (Some(base), Some(revision)) = (operation.id(), successor.value.as_str()) else {
            continue;
        };
        // `successor-unknown` reports the operation itself, and what does not exist.
        if base == revision {
            continue;
        }
        let breaking = compare(cx.document(), base, revision);
        if breaking.is_empty() {
            continue;
        }
        let count = breaking.len();
        let plural = if count == 1 { "" } else { "s" };
        let message =
            format!("`{revision}` breaks clients of `{base}`: {count} breaking change{plural}");
        let diagnostic = cx.diagnostic(Label::value(successor.pointer), message);
        let shown = breaking.into_iter().take(MAX_SHOWN);
        out.push(shown.fold(diagnostic, Diagnostic::note));
    }
}

/// Maximum number of listed changes.
const MAX_SHOWN: usize = 5;
