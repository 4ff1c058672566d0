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
## What it does

Reports a schema with keywords that apply to one type, such as `properties` or `minLength`, and without a `type`, its own or that of
a schema that applies to the same value. Below `not`, and on a schema without keywords, nothing is reported.

## Why is this bad?

The keywords limit values of that type only: without `type: object`, a number is accepted too, and a generator creates a type for
any value.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      properties:
        name: {description: Its name., minLength: 1}
```

## Use instead

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
        let has = |keyword| schema.node.value.get(keyword).is_some();
        if has("type") || has("enum") || is_negated(&schema.node.pointer) {
            continue;
        }
        let mut fields = Kind::Schema.fields().iter();
        let implied = fields.find(|field| !field.applies_to.is_empty() && has(field.name));
        let Some((kind, keyword)) = implied.map(|field| (field.applies_to[0], field.name)) else {
            continue;
        };
        if composites.of(&schema.node).is_typed {
            continue;
        }
        let message = format!("`{keyword}` applies to type `{kind}`, but the schema has no type");
        out.push(
            cx.diagnostic(Label::key(schema.node.pointer.join(keyword)), message)
                .help(format!("add `type: {kind}`")),
        );
    }
}
