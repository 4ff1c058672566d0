use crate::lint::describe::Describer;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "example-property-undocumented",
    category: Category::Examples,
    severity: Severity::Warning,
    summary: "An example has a property that no schema describes",
    documentation: r#"
This is how documentation drifts: the service has learnt a property, the example was copied from it, and the schema was
forgotten; or the property is misspelled. A property counts as described when any schema that takes part describes it, through
references, `allOf`, `oneOf` and `anyOf`. Where properties may have any name, as in a map, there is nothing to describe.

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
        4XX: {description: Refused.}
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
        4XX: {description: Refused.}
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
            let finding = cx.finding(
                Label::key(property.pointer),
                format!("no schema describes `{}`", property.name),
            );
            out.push(
                match crate::suggest::closest(property.name, property.candidates) {
                    Some(name) => finding.help(format!("did you mean `{name}`?")),
                    None => finding,
                },
            );
        }
    }
}
