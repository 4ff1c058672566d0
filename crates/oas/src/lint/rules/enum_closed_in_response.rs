use crate::lint::codegen::{called, decoded};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Document, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "enum-closed-in-response",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A response has a closed `enum`",
    documentation: r#"
## What it does

Reports an `enum` in a schema that a response uses.

## Why is this bad?

Services add values. A generated client cannot decode a response with a value that is not listed, even if the request took effect.
`x-extensible-enum` lists the known values, and the type stays a string.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {size: {description: Its size., type: string, enum: [small, large]}}}
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
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {size: {$ref: '#/components/schemas/Size'}}}
    Size: {description: Its size., type: string, x-extensible-enum: [small, large]}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in decoded(cx.document()) {
        let values = schema
            .items_of("enum")
            .filter(|value| !value.value.is_null())
            .count();
        // An `enum` among the alternatives of an `anyOf` is not closed.
        let list = schema
            .pointer
            .parent()
            .and_then(|list| Some(list.last()?.into_owned()));
        let is_closed =
            values > 0 && schema.str("type") != Some("boolean") && list.as_deref() != Some("anyOf");
        if is_closed && !(values == 1 && is_tag(cx.document(), &schema)) {
            let message = format!(
                "a value of {} that is not listed makes decoding fail",
                called(&schema.pointer)
            );
            let help = match schema.str("type") {
                Some("integer" | "number") => "list the known values in the description",
                _ => {
                    "make it `type: string`, with the known values in `x-extensible-enum` on a component"
                }
            };
            out.push(
                cx.diagnostic(Label::key(schema.pointer.join("enum")), message)
                    .help(help),
            );
        }
    }
}

/// Whether a required property with one value distinguishes an alternative from the others.
fn is_tag(document: &Document, property: &Node<'_>) -> bool {
    let owner = property
        .pointer
        .parent()
        .and_then(|properties| properties.parent());
    let owner = owner.and_then(|owner| document.node(&owner));
    let name = property.pointer.last();
    owner.is_some_and(|owner| {
        owner
            .items_of("required")
            .any(|required| required.value.as_str() == name.as_deref())
    })
}
