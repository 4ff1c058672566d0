use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::objects::Object;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "description-missing",
    category: Category::Schemas,
    severity: Severity::Info,
    summary: "A parameter, schema, property or tag has no description",
    documentation: r#"
## What it does

Reports a parameter, component schema, property or tag without a `description`.

## Why is this bad?

The name does not state units, limits, who sets the value, or what its absence means.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      type: object
      properties:
        weight: {type: number}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet of the house.
      type: object
      properties:
        weight: {description: Its weight in kilograms., type: number}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-parameter-description"),
        Equivalent::spectral("tag-description"),
        Equivalent::redocly("parameter-description"),
        Equivalent::redocly("tag-description"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let Some(what) = what(object) else { continue };
        let described = object
            .node
            .str("description")
            .is_some_and(|text| !text.trim().is_empty());
        // The description of a single member of `allOf` applies.
        let lent = object.node.items_of("allOf").count() == 1
            && object.node.value.get("properties").is_none();
        if !described && !lent {
            let name = object.node.str("name").map(str::to_owned);
            let name =
                name.unwrap_or_else(|| object.node.pointer.last().unwrap_or_default().into_owned());
            out.push(cx.diagnostic(
                Label::key(object.node.pointer.clone()),
                format!("the {what} `{name}` has no description"),
            ));
        }
    }
}

fn what(object: &Object<'_>) -> Option<&'static str> {
    let above = object.node.pointer.parent();
    let section = above.as_ref().and_then(|above| above.last());
    match (object.kind, section.as_deref()) {
        (Kind::Parameter, _) => Some("parameter"),
        (Kind::Tag, _) => Some("tag"),
        (Kind::Schema, Some("schemas"))
            if above
                .as_ref()
                .is_some_and(|above| above.tokens().count() == 2) =>
        {
            Some("schema")
        }
        (Kind::Schema, Some("properties")) => Some("property"),
        _ => None,
    }
}
