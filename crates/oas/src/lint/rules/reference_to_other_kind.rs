use std::collections::HashMap;

use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "reference-to-other-kind",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A reference resolves to an object of another kind",
    documentation: r#"
## What it does

Reports a reference to an object of another kind than the one that is expected, such as a response in the place of a schema, or to
a value that is not an object.

## Why is this bad?

Tools that read the response as a schema find no keywords, and accept every value.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        4XX: {description: Rejected.}
        '200': {$ref: '#/components/schemas/Pets'}
components:
  schemas:
    Pets: {description: Pets., type: array, items: {type: string}}
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
        4XX: {description: Rejected.}
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pets'}
components:
  schemas:
    Pets: {description: Pets., type: array, items: {type: string}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // A reference in another file was followed by the kind that it expects.
    let written = cx.objects().iter();
    let written = written.filter(|object| object.node.pointer.in_parts().is_none());
    let kinds: HashMap<&Pointer, Kind> = written
        .map(|object| (&object.node.pointer, object.kind))
        .collect();
    for object in cx.objects().iter().filter(|object| object.is_reference()) {
        let target = object.node.reference().and_then(Pointer::from_reference);
        let Some(target) = target else { continue };
        let Some(value) = cx.document().get(&target) else {
            continue;
        };
        let found = match kinds.get(&target) {
            Some(kind) if *kind == object.kind => continue,
            Some(kind) => kind.with_article(),
            None if value.is_object() => continue,
            None => "not an object",
        };
        let expected = object.kind.with_article();
        let message = format!("{expected} is expected here, and this is {found}");
        let at = Label::value(object.node.pointer.join("$ref"));
        out.push(cx.diagnostic(at, message).label(Label::key(target)));
    }
}
