use std::collections::HashMap;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "tag-duplicate",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A tag is declared twice",
    documentation: r#"
## What it does

Reports a tag whose name another tag has too.

## Why is this bad?

Names of tags must be unique (OpenAPI 3.0.3, section 4.7.1).

## Example

```yaml,bad
tags:
  - {name: Pets, description: All about pets.}
  - {name: Pets, description: Pets.}
```

## Use instead

```yaml,good
tags:
  - {name: Pets, description: All about pets.}
```
"#,
    equivalents: &[
        Equivalent::spectral("openapi-tags-uniqueness"),
        Equivalent::redocly("no-duplicated-tag-names"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    for tag in cx
        .objects_of(Kind::Tag)
        .filter_map(|tag| tag.node.get("name"))
    {
        match seen.get(tag.value) {
            Some(first) => {
                let message = format!("the tag {} is declared twice", tag.value);
                let first = Label::value(Pointer::clone(first)).with_message("first here");
                out.push(
                    cx.diagnostic(Label::value(tag.pointer), message)
                        .label(first),
                );
            }
            None => {
                seen.insert(tag.value, tag.pointer);
            }
        }
    }
}
