use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "pattern-invalid",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A `pattern` is not a regular expression",
    documentation: r#"
## What it does

Reports a `pattern` that is not a regular expression of ECMA 262.

## Why is this bad?

Tools ignore it, or reject the document.

## Example

```yaml,bad
components:
  schemas:
    Code: {description: A code., type: string, pattern: '^[A-Z{3}$'}
```

## Use instead

```yaml,good
components:
  schemas:
    Code: {description: A code., type: string, pattern: '^[A-Z]{3}$'}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let Some(pattern) = schema.node.get("pattern") else {
            continue;
        };
        let Some(text) = pattern.value.as_str() else {
            continue;
        };
        if let Err(error) = regress::Regex::new(text) {
            let message = format!("the pattern is not a regular expression: {}", error.text);
            out.push(cx.diagnostic(Label::value(pattern.pointer), message));
        }
    }
}
