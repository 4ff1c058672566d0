use crate::lint::codegen::{called, generated};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "not-unsupported",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "progenitor does not support this `not`",
    documentation: r#"
## What it does

Reports a `not` other than an `enum`.

## Why is this bad?

progenitor panics, or reads `not: {required: [a, b]}` beside `properties` as if neither property existed, so that both are lost.

client-codegen does not enforce `not`, and notes it.

## Example

```yaml,bad
components:
  schemas:
    Name: {description: A name., type: string, not: {pattern: '^tmp'}}
```

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        chip: {description: The number of its chip., type: string}
        mark: {description: A mark., type: string}
      not: {required: [chip, mark]}
```

## Use instead

```yaml,good
components:
  schemas:
    Name: {description: 'A name; none that begins with tmp.', type: string, not: {enum: [none]}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in generated(cx.document()) {
        let Some(not) = schema.get("not").filter(|not| not.value.is_object()) else {
            continue;
        };
        let has = |keyword: &str| not.value.get(keyword).is_some();
        let is_object =
            schema.value.get("properties").is_some() || schema.str("type") == Some("object");
        let is_refused = !is_object && !has("enum") && not.members().next().is_some();
        let loses = is_object && not.items_of("required").count() > 1;
        if is_refused || loses {
            let what = called(&schema.pointer);
            let message = match loses {
                true => format!(
                    "the properties that {} may not have together are lost",
                    what
                ),
                false => format!("progenitor does not support the `not` of {}", what),
            };
            out.push(
                cx.diagnostic(Label::key(not.pointer), message)
                    .help("state it in the description"),
            );
        }
    }
}
