use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "request-media-type-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A request body has a media type that the generator cannot send",
    documentation: r#"
progenitor sends `application/json`, `application/x-www-form-urlencoded`, `application/octet-stream`, `text/plain` and
`text/x-markdown`, and goes by the letters of the name. It refuses a document with any other request body: XML, `multipart/form-data`,
`application/merge-patch+json`, `Application/JSON`.

```yaml,bad
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        required: true
        content:
          application/vnd.pet+json:
            schema: {$ref: '#/components/schemas/Pet'}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
```

```yaml,good
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

const SENT: [&str; 5] = [
    "application/json",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
    "text/plain",
    "text/x-markdown",
];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let media_types = operation
            .request_body()
            .map(|body| body.media_types())
            .unwrap_or_default();
        // More than one is a finding of its own, and whatever they are, none is sent.
        let [only] = &media_types[..] else { continue };
        let name = only.name.split(';').next().unwrap_or_default();
        if !SENT.contains(&name) {
            let message = format!(
                "a body of `{}` cannot be sent by `{}`",
                only.name,
                operation.label()
            );
            let finding = cx.finding(Label::key(only.node.pointer.clone()), message);
            let is_json = only.is_json();
            out.push(match is_json {
                true => {
                    finding.help("describe it as `application/json`, if the service takes that")
                }
                false => finding.help(
                    "leave the operation to hand-written code, and out of the generator's document",
                ),
            });
        }
    }
}
