use crate::lint::{Category, Check, Context, Rule};
use crate::model;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "example-missing",
    category: Category::Examples,
    severity: Severity::Info,
    summary: "A request or response has no example",
    documentation: r#"
An example says at a glance what a schema takes a page for. One on the media type, or on the schema that it uses, is enough.

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
    for media_type in cx.objects_of(Kind::MediaType) {
        let Some(schema) = media_type.node.get("schema") else {
            continue;
        };
        let has_own = !model::examples(cx.document(), &media_type.node).is_empty()
            || media_type.node.members_of("examples").next().is_some();
        let schema = cx.document().resolve(schema);
        let binary = schema
            .as_ref()
            .is_some_and(|schema| schema.str("format") == Some("binary"));
        let lent = schema.is_some_and(|schema| schema.get("example").is_some());
        if !has_own && !lent && !binary {
            let name = media_type.node.pointer.last().unwrap_or_default();
            let message = format!("`{name}` has no example");
            out.push(cx.finding(Label::key(media_type.node.pointer.clone()), message));
        }
    }
}
