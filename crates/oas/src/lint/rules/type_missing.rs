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
        let mut fields = Kind::Schema.fields().iter();
        let implied = fields.find(|field| !field.applies_to.is_empty() && says(field.name));
        let Some((kind, keyword)) = implied.map(|field| (field.applies_to[0], field.name)) else {
            continue;
        };
        if composites.of(&schema.node).is_typed {
            continue;
        }
        let message = format!("`{keyword}` applies to type `{kind}`, but the schema has no type");
        out.push(
            cx.finding(Label::key(schema.node.pointer.join(keyword)), message)
                .help(format!("add `type: {kind}`")),
        );
    }
}
