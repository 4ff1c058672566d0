use std::collections::HashMap;

use crate::lint::codegen::type_name;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "component-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two components have the same Rust name",
    documentation: r#"
## What it does

Reports component schemas whose names are equal in Pascal case, such as `pet_owner` and `petOwner`, and the name `Default`, which is
that of a trait.

## Why is this bad?

progenitor generates the type twice, and the client does not compile.

client-codegen gives one of the types another name, and notes it.

## Example

```yaml,bad
components:
  schemas:
    petOwner: {description: A person., type: object, properties: {name: {description: A name., type: string}}}
    pet_owner: {description: A firm., type: object, properties: {firm: {description: A name., type: string}}}
```

## Use instead

```yaml,good
components:
  schemas:
    petOwner: {description: A person., type: object, properties: {name: {description: A name., type: string}}}
    petFirm: {description: A firm., type: object, properties: {firm: {description: A name., type: string}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let components = cx.document().root_node().get("components");
    let mut known = HashMap::new();
    for (name, schema) in components
        .iter()
        .flat_map(|node| node.members_of("schemas"))
    {
        let rust = type_name(name);
        let at = Label::key(schema.pointer.clone());
        if rust == "Default" {
            let message = format!("`{name}` becomes the type `Default`, which hides the trait");
            out.push(
                cx.diagnostic(at.clone(), message)
                    .help("choose another name"),
            );
        }
        let (first_name, first) = known.entry(rust.clone()).or_insert((name, schema.pointer));
        if *first_name != name {
            let message = format!("`{name}` and `{first_name}` both become the type `{rust}`");
            let first = Label::key(first.clone()).with_message("the first one");
            out.push(
                cx.diagnostic(at, message)
                    .label(first)
                    .help("rename one of them"),
            );
        }
    }
}
