use crate::lint::{Category, Check, Context, Rule};
use serde_json::Value;

use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "number-out-of-range",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "A number is out of range",
    documentation: r#"
## What it does

Reports a number that is too large for a 64-bit floating-point number, such as `1e400`.

## Why is this bad?

Most programs read it as infinity or reject it. As a bound, it limits nothing.

## Example

```yaml,bad
components:
  schemas:
    Weight:
      description: A weight.
      type: number
      maximum: 1e400
```

## Use instead

```yaml,good
components:
  schemas:
    Weight:
      description: A weight.
      type: number
      maximum: 1e300
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let document = cx.document();
    let parts = document.parts().map(|(_, node)| node);
    let mut open = std::iter::once(document.root_node())
        .chain(parts)
        .map(|node| (node.pointer, node.value))
        .collect::<Vec<_>>();
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                open.extend(
                    members
                        .iter()
                        .map(|(key, value)| (pointer.join(key), value)),
                );
            }
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(index, value)| (pointer.index(index), value)));
            }
            // A larger number was read as the largest one; the text shows it.
            Value::Number(number) if number.as_f64().is_some_and(is_largest) => {
                let (file, span) = document.file_at(document.span(&pointer));
                let written = file.text().get(span.start..span.end).unwrap_or_default();
                if written.parse::<f64>().is_ok_and(f64::is_infinite) {
                    let message = "the number is out of range of a 64-bit floating-point number";
                    out.push(cx.diagnostic(Label::value(pointer), message));
                }
            }
            _ => {}
        }
    }
}

#[expect(clippy::float_cmp, reason = "the limit itself is looked for")]
fn is_largest(number: f64) -> bool {
    number.abs() == f64::MAX
}
