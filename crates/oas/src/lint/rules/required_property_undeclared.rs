use crate::lint::composite::is_negated;
use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "required-property-undeclared",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A required property is not declared",
    documentation: r#"
## What it does

Reports a name in `required` that no schema declares which applies to the same value: the schema itself, those it is composed of,
those that compose it, and those beside it in `allOf`. Below `not`, and in maps, nothing is reported.

## Why is this bad?

The property was renamed, or is misspelled: a client does not know what to send.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name, colour]
      properties:
        name: {description: Its name., type: string}
        color: {description: Its colour., type: string}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name]
      properties:
        name: {description: Its name., type: string}
```
"#,
    equivalents: &[Equivalent::redocly(
        "no-required-schema-properties-undefined",
    )],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut composites = cx.composites();
    for schema in cx.objects_of(Kind::Schema) {
        let own = schema.node.value.get("properties");
        let required = schema.node.items_of("required");
        let required = required
            .filter(|name| {
                own.is_none_or(|own| own.get(name.value.as_str().unwrap_or_default()).is_none())
            })
            .collect::<Vec<_>>();
        // `keyword-ignored` reports `required` beside another type.
        let is_object = schema.node.str("type").is_none_or(|kind| kind == "object");
        if required.is_empty() || !is_object || is_negated(&schema.node.pointer) {
            continue;
        }
        let composite = composites.of(&schema.node);
        if composite.is_map {
            continue;
        }
        let declared = &composite.properties;
        for name in required {
            let Some(text) = name
                .value
                .as_str()
                .filter(|name| !declared.contains_key(name))
            else {
                continue;
            };
            let diagnostic = cx.diagnostic(
                Label::value(name.pointer),
                format!("`{text}` is required, but not declared"),
            );
            out.push(
                match crate::suggest::closest(text, declared.keys().copied()) {
                    Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
                    None => diagnostic,
                },
            );
        }
    }
}
