use std::collections::HashMap;

use crate::lint::codegen::{field, generated};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "property-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two properties have the same Rust name",
    documentation: r#"
## What it does

Reports properties of a schema whose names are equal in snake case, such as `petName` and `pet_name`.

## Why is this bad?

progenitor generates the field twice, and the client does not compile.

client-codegen gives one of the fields another name.

## Example

```yaml,bad
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        petName: {description: Its name., type: string}
        pet_name: {description: 'Its name, as it was once called.', type: string}
```

## Use instead

```yaml,good
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      properties:
        petName: {description: Its name., type: string}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in generated(cx.document()) {
        let mut known = HashMap::new();
        for (name, property) in schema.members_of("properties") {
            let (first_name, first) = known
                .entry(field(name))
                .or_insert((name, property.pointer.clone()));
            if *first_name != name {
                let message = format!(
                    "`{name}` and `{first_name}` both become the field `{}`",
                    field(name)
                );
                let first = Label::key(first.clone()).with_message("the first one");
                let diagnostic = cx
                    .diagnostic(Label::key(property.pointer), message)
                    .label(first);
                out.push(
                    diagnostic.help(
                        "describe one of them, and add `additionalProperties: {}`, which keeps the other",
                    ),
                );
            }
        }
    }
}
