use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "encoding-property-undeclared",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "An `encoding` is for a property that the schema does not have",
    documentation: r#"
## What it does

Reports a key of `encoding` that is not a property of the media type's schema.

## Why is this bad?

"The key, being the property name, MUST exist in the schema as a property" (OpenAPI 3.0.3, section 4.7.14.1). The property was renamed, or is misspelled.

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
          multipart/form-data:
            schema:
              type: object
              properties: {photo: {description: A photo., type: string, format: binary}}
            encoding: {foto: {contentType: image/png}}
      responses:
        '204': {description: Created.}
        4XX: {description: Rejected.}
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
          multipart/form-data:
            schema:
              type: object
              properties: {photo: {description: A photo., type: string, format: binary}}
            encoding: {photo: {contentType: image/png}}
      responses:
        '204': {description: Created.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut composites = cx.composites();
    for media_type in cx.objects_of(Kind::MediaType) {
        let node = &media_type.node;
        let Some(schema) = node.get("schema") else {
            continue;
        };
        for (name, encoding) in node.members_of("encoding") {
            let composite = composites.of(&schema);
            if composite.is_map || composite.properties.contains_key(name) {
                continue;
            }
            let message = format!("the schema has no property `{name}`");
            let schema = Label::key(schema.pointer.clone()).with_message("the schema");
            let diagnostic = cx
                .diagnostic(Label::key(encoding.pointer), message)
                .label(schema);
            let names = composite.properties.keys().copied();
            out.push(match crate::suggest::closest(name, names) {
                Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
                None => diagnostic,
            });
        }
    }
}
