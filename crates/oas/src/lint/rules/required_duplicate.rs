use crate::lint::{Category, Check, Context, Equivalent, Rule};
use std::collections::HashMap;

use serde_json::Value;

use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "required-duplicate",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A name is listed twice in `required`",
    documentation: r#"
## What it does

Reports a name that occurs more than once in `required`.

## Why is this bad?

The names in `required` must be unique (JSON Schema Validation, draft 00, section 5.15). The second one was probably intended as another name.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name, name]
      properties:
        name: {description: Its name., type: string}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name]
      properties:
        name: {description: Its name., type: string}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let mut seen: HashMap<&Value, Pointer> = HashMap::new();
        for name in schema.node.items_of("required") {
            if let Some(first) = seen.get(name.value) {
                let first = Label::value(first.clone()).with_message("first here");
                let message = format!("{} is listed twice", name.value);
                out.push(
                    cx.diagnostic(Label::value(name.pointer), message)
                        .label(first),
                );
            } else {
                seen.insert(name.value, name.pointer);
            }
        }
    }
}
