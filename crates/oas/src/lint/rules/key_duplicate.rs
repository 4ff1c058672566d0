use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "key-duplicate",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A key occurs twice in the same object",
    documentation: r#"
## What it does

Reports a key that occurs more than once in an object.

## Why is this bad?

YAML and JSON forbid it. Some parsers use the first one, some the last, some reject the document.

## Example

```yaml,bad
components:
  schemas:
    Name:
      description: A name.
      type: string
      maxLength: 40
      description: A name of a pet.
```

## Use instead

```yaml,good
components:
  schemas:
    Name:
      description: A name of a pet.
      type: string
      maxLength: 40
```
"#,
    equivalents: &[
        Equivalent::spectral("parser"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for duplicate in cx.document().duplicate_keys() {
        let key = duplicate.pointer.last().unwrap_or_default();
        let first = match duplicate.first {
            Some(span) => Label::span(span),
            None => Label::key(duplicate.pointer.clone()),
        };
        out.push(
            cx.diagnostic(
                Label::span(duplicate.again),
                format!("`{key}` is written twice"),
            )
            .label(first.with_message("first here")),
        );
    }
}
