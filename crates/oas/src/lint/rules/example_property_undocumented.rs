use crate::lint::describe::Describer;
use crate::lint::{Category, Check, Context, Rule};
use crate::suggest::closest;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "example-property-undocumented",
    category: Category::Examples,
    severity: Severity::Warning,
    summary: "An example has a property that no schema describes",
    documentation: r#"
## What it does

Reports a property of an example that none of the schemas describes which apply to it, through references, `allOf`, `oneOf` and
`anyOf`, and as a `discriminator` selects them. In a map, where properties may have any name, nothing is reported.

## Why is this bad?

The service has added a property that the schema lacks, or the property is misspelled.

## Example

```yaml,bad
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
            example: {name: Rex, bornOm: 2020-02-29, owner: Kim}
      responses:
        4XX: {description: Rejected.}
        '204': {description: Created.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name]
      properties:
        name: {description: Its name., type: string}
        bornOn: {description: When it was born., type: string, format: date}
```

## Use instead

```yaml,good
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
            example: {name: Rex, bornOn: 2020-02-29}
      responses:
        4XX: {description: Rejected.}
        '204': {description: Created.}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name]
      properties:
        name: {description: Its name., type: string}
        bornOn: {description: When it was born., type: string, format: date}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let schemas = cx.objects_of(Kind::Schema).map(|object| &object.node);
    let mut describer = Describer::new(cx.document(), schemas);
    for example in cx.checked_examples().iter().map(|checked| &checked.example) {
        for property in describer.undescribed(example) {
            let diagnostic = cx.diagnostic(
                Label::key(property.pointer),
                format!("no schema describes `{}`", property.name),
            );
            out.push(match closest(property.name, property.candidates) {
                Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
                None => diagnostic,
            });
        }
    }
}
