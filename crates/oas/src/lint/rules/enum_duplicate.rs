use std::collections::HashMap;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "enum-duplicate",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A value is listed twice in an `enum`",
    documentation: r#"
## What it does

Reports a value that occurs more than once in an `enum`.

## Why is this bad?

The values of an `enum` should be unique (JSON Schema Validation, draft 00, section 5.20). Generators create two variants of the
same name, or reject the document.

## Example

```yaml,bad
components:
  schemas:
    Size: {description: A size., type: string, enum: [small, large, small]}
```

## Use instead

```yaml,good
components:
  schemas:
    Size: {description: A size., type: string, enum: [small, large]}
```
"#,
    equivalents: &[
        Equivalent::spectral("duplicated-entry-in-enum"),
        Equivalent::redocly("no-duplicated-enum-values"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let mut seen = HashMap::new();
        for value in schema.node.items_of("enum") {
            if let Some(first) = seen.get(value.value) {
                let message = format!("{} is listed twice", value.value);
                let first = Label::value(Pointer::clone(first)).with_message("first here");
                out.push(
                    cx.diagnostic(Label::value(value.pointer), message)
                        .label(first),
                );
            } else {
                seen.insert(value.value, value.pointer);
            }
        }
    }
}
