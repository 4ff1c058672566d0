use crate::lint::composite::is_negated;
use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "required-property-undeclared",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A property is required that the schema does not declare",
    documentation: r#"
A required name that no `properties` has is a property that was renamed, or misspelled: nobody knows what to send.

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
        if required.is_empty() || is_negated(&schema.node.pointer) {
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
            let finding = cx.finding(
                Label::value(name.pointer),
                format!("`{text}` is required, but not declared"),
            );
            out.push(
                match crate::suggest::closest(text, declared.keys().copied()) {
                    Some(name) => finding.help(format!("did you mean `{name}`?")),
                    None => finding,
                },
            );
        }
    }
}
