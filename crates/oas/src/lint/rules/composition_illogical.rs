use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::{COMPOSITION, Kind};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "composition-illogical",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "An `allOf`, `anyOf` or `oneOf` cannot be meant as written",
    documentation: r#"
## What it does

Reports an empty list, a schema that occurs twice in a list, an alternative without keywords, and an inline alternative beside a
`discriminator`.

## Why is this bad?

JSON Schema forbids an empty list. A schema that occurs twice in a `oneOf` never matches, because a value is then valid against two
alternatives. An alternative without keywords accepts every value. A `discriminator` selects components by name, and cannot select
an inline schema.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      oneOf:
        - {$ref: '#/components/schemas/Cat'}
        - {$ref: '#/components/schemas/Cat'}
        - {}
    Owner: {description: An owner., allOf: []}
    Shop:
      description: A shop.
      anyOf:
        - {type: object, required: [kind], properties: {kind: {description: Which., type: string}}}
        - {$ref: '#/components/schemas/Cat'}
      discriminator: {propertyName: kind}
    Cat: {description: A cat., type: object, required: [kind], properties: {kind: {description: Which., type: string}}}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      oneOf:
        - {$ref: '#/components/schemas/Cat'}
        - {$ref: '#/components/schemas/Dog'}
      discriminator: {propertyName: kind}
    Dog: {description: A dog., type: object, required: [kind], properties: {kind: {description: Which., type: string}}}
    Cat: {description: A cat., type: object, required: [kind], properties: {kind: {description: Which., type: string}}}
```
"#,
    equivalents: &[Equivalent::redocly("no-illogical-composition-keywords")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let by_name = schema.node.get("discriminator").is_some();
        for keyword in COMPOSITION {
            let Some(list) = schema
                .node
                .get(keyword)
                .filter(|list| list.value.is_array())
            else {
                continue;
            };
            if list.value.as_array().is_some_and(Vec::is_empty) {
                out.push(cx.diagnostic(
                    Label::key(list.pointer),
                    format!("`{keyword}` has no members"),
                ));
                continue;
            }
            let mut known: HashMap<&Value, Pointer> = HashMap::new();
            for member in list.items().filter(|member| member.value.is_object()) {
                let at = Label::value(member.pointer.clone());
                if let Some(first) = known.get(member.value) {
                    let message = match keyword {
                        "oneOf" => "this schema is in the `oneOf` twice, so that it never matches"
                            .to_owned(),
                        _ => format!("this schema is in the `{keyword}` twice"),
                    };
                    let first = Label::value(first.clone()).with_message("the first one");
                    out.push(cx.diagnostic(at, message).label(first));
                    continue;
                }
                if keyword != "allOf" && member.value.as_object().is_some_and(Map::is_empty) {
                    out.push(cx.diagnostic(
                        at,
                        format!("this member of the `{keyword}` accepts every value"),
                    ));
                } else if keyword != "allOf" && by_name && is_inline(member.value) {
                    let discriminator = Label::key(schema.node.pointer.join("discriminator"))
                        .with_message("selects by name");
                    let diagnostic = cx.diagnostic(
                        at,
                        "the discriminator cannot select a schema without a name",
                    );
                    out.push(
                        diagnostic
                            .label(discriminator)
                            .help("make it a component, and refer to that"),
                    );
                }
                known.insert(member.value, member.pointer);
            }
        }
    }
}

fn is_inline(member: &Value) -> bool {
    member.get("$ref").is_none()
}
