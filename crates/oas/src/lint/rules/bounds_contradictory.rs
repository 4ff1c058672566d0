use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "bounds-contradictory",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A lower bound exceeds the upper bound",
    documentation: r#"
## What it does

Reports a `minimum`, `minLength`, `minItems` or `minProperties` that exceeds its upper bound, and equal bounds of which one is
exclusive.

## Why is this bad?

No value satisfies both bounds, so that none can be sent.

## Example

```yaml,bad
components:
  schemas:
    Age: {description: An age., type: integer, minimum: 40, maximum: 4}
    Name: {description: A name., type: string, minLength: 10, maxLength: 1}
    Share: {description: A share., type: number, minimum: 1, maximum: 1, exclusiveMaximum: true}
```

## Use instead

```yaml,good
components:
  schemas:
    Age: {description: An age., type: integer, minimum: 4, maximum: 40}
    Name: {description: A name., type: string, minLength: 1, maxLength: 10}
    Share: {description: A share., type: number, minimum: 1, maximum: 1}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        for (lower, upper) in BOUNDS {
            let bound = |keyword| {
                Some((
                    schema.node.get(keyword)?,
                    schema.node.get(keyword)?.value.as_f64()?,
                ))
            };
            let (Some((least, low)), Some((most, high))) = (bound(lower), bound(upper)) else {
                continue;
            };
            let exclusive = lower == "minimum"
                && (schema.node.is_true("exclusiveMinimum")
                    || schema.node.is_true("exclusiveMaximum"));
            #[expect(
                clippy::float_cmp,
                reason = "both are read from the same text, and nothing is computed"
            )]
            let empty = low > high || (exclusive && low == high);
            if empty {
                let message = format!(
                    "no value lies between `{lower}` {} and `{upper}` {}",
                    least.value, most.value
                );
                out.push(
                    cx.diagnostic(Label::value(most.pointer), message)
                        .label(Label::value(least.pointer)),
                );
            }
        }
    }
}

const BOUNDS: [(&str, &str); 4] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
];
