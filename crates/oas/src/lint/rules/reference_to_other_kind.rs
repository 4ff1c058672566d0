use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::{Kind, Shape};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "reference-to-other-kind",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A reference leads to a component of another kind",
    documentation: r#"
## What it does

Reports a reference to a component of another kind than the one that is expected, such as a response in the place of a schema.

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
        4XX: {description: Refused.}
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
        4XX: {description: Refused.}
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
    for object in cx.objects().iter().filter(|object| object.is_reference()) {
        let target = object.node.reference().and_then(Pointer::from_reference);
        let Some(target) = target else { continue };
        let tokens = target.tokens().collect::<Vec<_>>();
        let [components, section, _] = tokens.as_slice() else {
            continue;
        };
        if components != "components" {
            continue;
        }
        if let Some(Shape::Map(kind)) = Kind::Components
            .shape(section)
            .filter(|shape| *shape != Shape::Map(object.kind))
        {
            let message = format!(
                "{} is expected here, and this is {}",
                object.kind.with_article(),
                kind.with_article()
            );
            out.push(
                cx.diagnostic(Label::value(object.node.pointer.join("$ref")), message)
                    .label(Label::key(target)),
            );
        }
    }
}
