use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "info-incomplete",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "The title, version or description of the document is missing",
    documentation: r#"
## What it does

Reports an `info` whose `title`, `version` or `description` is missing or empty.

## Why is this bad?

It is the first text that a reader sees, and generators put it at the head of their code.

## Example

```yaml,bad
info: {title: '', version: '1'}
```

## Use instead

```yaml,good
info:
  title: Pets
  version: '1'
  description: The pets of the house, and what they eat.
```
"#,
    equivalents: &[
        Equivalent::spectral("info-description"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for info in cx.objects_of(Kind::Info) {
        for name in ["title", "version", "description"] {
            match info.node.get(name) {
                Some(node)
                    if node
                        .value
                        .as_str()
                        .is_some_and(|text| text.trim().is_empty()) =>
                {
                    out.push(
                        cx.diagnostic(Label::value(node.pointer), format!("the {name} is empty")),
                    );
                }
                // `keyword-missing` reports the other two.
                None if name == "description" => {
                    let at = Label::key(info.node.pointer.clone());
                    out.push(cx.diagnostic(at, "the document has no description"));
                }
                _ => {}
            }
        }
    }
}
