use std::collections::HashMap;

use crate::lint::codegen::{field, generated};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "property-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two properties have one Rust name",
    documentation: r#"
The field of a property has its name in snake case: `petName` and `pet_name` are one field. progenitor writes it twice, and the
client does not compile.

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
                let first = Label::key(first.clone()).saying("the first one");
                let finding = cx
                    .finding(Label::key(property.pointer), message)
                    .label(first);
                out.push(
                    finding.help(
                        "describe one of them; the other is kept by `additionalProperties: {}`",
                    ),
                );
            }
        }
    }
}
