use std::collections::HashSet;

use crate::lint::codegen::{generated, unique_variants};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "variant-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two values of an `enum` have the same Rust name",
    documentation: r#"
## What it does

Reports values of an `enum` that differ only in case or punctuation. progenitor distinguishes `name` and `-name`, but not `red` and
`RED`.

## Why is this bad?

Each value becomes a variant, and progenitor panics if it finds no distinct name for one.

client-codegen generates the schema without its `enum`, and notes it.

## Example

```yaml,bad
components:
  schemas:
    Colour: {description: A colour., type: string, enum: [red, RED]}
```

## Use instead

```yaml,good
components:
  schemas:
    Colour: {description: A colour., type: string, x-extensible-enum: [red, RED]}
```

```yaml,good
components:
  schemas:
    Order: {description: An order., type: string, enum: [name, -name]}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in generated(cx.document()) {
        let mut seen = HashSet::new();
        let texts = schema
            .items_of("enum")
            .filter_map(|value| Some((value.value.as_str()?, value.pointer)));
        // Duplicate values have their own rule.
        let values = texts
            .filter(|(text, _)| seen.insert(*text))
            .collect::<Vec<_>>();
        let texts = values.iter().map(|(text, _)| *text).collect::<Vec<_>>();
        let Err((first, second)) = unique_variants(&texts) else {
            continue;
        };
        let message = format!(
            "`{}` and `{}` become the same variant",
            texts[first], texts[second]
        );
        let first = Label::value(values[first].1.clone()).with_message("the first one");
        let diagnostic = cx
            .diagnostic(Label::value(values[second].1.clone()), message)
            .label(first);
        out.push(
            diagnostic.help("make it `type: string`, with the known values in `x-extensible-enum`"),
        );
    }
}
