use crate::lint::composite::is_negated;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "type-missing",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A schema has keywords of a type, but no type",
    documentation: r#"
`properties` limits objects only: without `type: object` a number is accepted too, and a generator makes a type for anything at
all. An empty schema, which accepts anything on purpose, is left alone.

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      properties:
        name: {description: Its name., minLength: 1}
```

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        name: {description: Its name., type: string, minLength: 1}
        notes: {description: Anything.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut composites = cx.composites();
    for schema in cx.objects_of(Kind::Schema) {
        let says = |keyword| schema.node.value.get(keyword).is_some();
        if says("type") || says("enum") || is_negated(&schema.node.pointer) {
            continue;
        }
        let implied = IMPLIED.iter().find_map(|(kind, keywords)| {
            let keyword = keywords.iter().find(|keyword| says(keyword))?;
            Some((*kind, *keyword))
        });
        let Some((kind, keyword)) = implied else {
            continue;
        };
        if composites.of(&schema.node).is_typed {
            continue;
        }
        let message =
            format!("`{keyword}` is for a schema of type `{kind}`, and this one has no type");
        out.push(
            cx.finding(Label::key(schema.node.pointer.join(keyword)), message)
                .help(format!("add `type: {kind}`")),
        );
    }
}

/// The keywords that mean something for one type only.
const IMPLIED: &[(&str, &[&str])] = &[
    (
        "object",
        &[
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
        ],
    ),
    ("array", &["items", "minItems", "maxItems", "uniqueItems"]),
    ("string", &["pattern", "minLength", "maxLength"]),
    ("number", &["minimum", "maximum", "multipleOf"]),
];
