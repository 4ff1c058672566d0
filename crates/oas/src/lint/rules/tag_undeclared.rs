use indexmap::IndexSet;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "tag-undeclared",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "An operation has an undeclared tag",
    documentation: r#"
## What it does

Reports a tag of an operation that the document does not declare, in a document that declares tags.

## Why is this bad?

The group has no description, or the tag is misspelled.

## Example

```yaml,bad
tags:
  - {name: Pets, description: All about pets.}
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      tags: [Petz]
      responses:
        4XX: {description: Rejected.}
        '204': {description: None.}
```

## Use instead

```yaml,good
tags:
  - {name: Pets, description: All about pets.}
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      tags: [Pets]
      responses:
        4XX: {description: Rejected.}
        '204': {description: None.}
```
"#,
    equivalents: &[
        Equivalent::spectral("operation-tag-defined"),
        Equivalent::redocly("operation-tag-defined"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let declared = cx
        .objects_of(Kind::Tag)
        .filter_map(|tag| tag.node.str("name"));
    let declared = declared.collect::<IndexSet<_>>();
    for tag in cx
        .objects_of(Kind::Operation)
        .flat_map(|operation| operation.node.items_of("tags"))
    {
        let Some(name) = tag.value.as_str().filter(|name| !declared.contains(*name)) else {
            continue;
        };
        let diagnostic = cx.diagnostic(
            Label::value(tag.pointer),
            format!("the tag `{name}` is not declared"),
        );
        out.push(
            match crate::suggest::closest(name, declared.iter().copied()) {
                Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
                None => diagnostic.help("declare it among the `tags` of the document"),
            },
        );
    }
}
