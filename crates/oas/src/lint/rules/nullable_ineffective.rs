use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Document, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "nullable-ineffective",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "`nullable: true` does not allow null",
    documentation: r#"
## What it does

Reports `nullable: true` beside a `type` where another keyword of the schema excludes null: an `enum` that does not list null, or
the `enum` of a member of `allOf`, or of every member of `anyOf` or `oneOf`, that does not either.

## Why is this bad?

`nullable: true` adds null to the `type` and to nothing else; every other keyword still applies. By OpenAPI 3.0.3, null is invalid
here. Many programs accept it nevertheless, as the validator of this workspace does, so that they disagree about the same value.

## Example

```yaml,bad
components:
  schemas:
    Size: {description: A size., type: string, nullable: true, enum: [small, large]}
    Colour: {description: A colour., type: string, enum: [red, green]}
    Pet:
      description: A pet.
      type: object
      properties:
        colour:
          description: Its colour.
          type: string
          nullable: true
          allOf: [{$ref: '#/components/schemas/Colour'}]
```

## Use instead

```yaml,good
components:
  schemas:
    Size: {description: A size., type: string, nullable: true, enum: [small, large, null]}
    Colour: {description: A colour., type: string, nullable: true, enum: [red, green, null]}
    Pet:
      description: A pet.
      type: object
      properties:
        colour:
          description: Its colour.
          type: string
          nullable: true
          allOf: [{$ref: '#/components/schemas/Colour'}]
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema).map(|object| &object.node) {
        if !schema.is_true("nullable") || schema.str("type").is_none() {
            continue;
        }
        let nullable = Label::key(schema.pointer.join("nullable"));
        if let Some(values) = schema.get("enum").filter(excludes_null) {
            let message = "`nullable: true` has no effect: OpenAPI 3.0.3 excludes null, which the `enum` does not list";
            let at = nullable.clone();
            let enumeration = Label::key(values.pointer).with_message("does not list null");
            out.push(
                cx.diagnostic(at, message)
                    .label(enumeration)
                    .help("add `null` to the `enum`"),
            );
        }
        let listed = |member| excluding(cx.document(), member);
        // Of `anyOf` and `oneOf`, one member that accepts null is enough.
        for keyword in ["anyOf", "oneOf"] {
            let lists: Option<Vec<_>> = schema.items_of(keyword).map(listed).collect();
            if let Some(lists) = lists
                && let Some(first) = lists.into_iter().next()
            {
                let message = format!(
                    "`nullable: true` has no effect: OpenAPI 3.0.3 excludes null, which no `enum` of the members of `{keyword}` lists"
                );
                let enumeration = Label::key(first.pointer).with_message("does not list null");
                let diagnostic = cx.diagnostic(nullable.clone(), message).label(enumeration);
                out.push(
                    diagnostic.help("add `null` to one `enum`, and `nullable: true` beside it"),
                );
            }
        }
        for member in schema.items_of("allOf") {
            if let Some(values) = listed(member) {
                let message = "`nullable: true` has no effect: OpenAPI 3.0.3 excludes null, which the `enum` of a member of `allOf` \
                               does not list";
                let enumeration = Label::key(values.pointer).with_message("does not list null");
                let diagnostic = cx.diagnostic(nullable.clone(), message).label(enumeration);
                out.push(
                    diagnostic.help("add `null` to that `enum`, and `nullable: true` beside it"),
                );
            }
        }
    }
}

/// The `enum` of a schema, or of a member of its `allOf`, that does not list null.
fn excluding<'d>(document: &'d Document, schema: Node<'d>) -> Option<Node<'d>> {
    let mut parts = document.all_of(schema);
    parts.find_map(|part| part.get("enum").filter(excludes_null))
}

fn excludes_null(values: &Node<'_>) -> bool {
    let is_list = values.value.is_array();
    is_list && values.items().all(|value| !value.value.is_null())
}
