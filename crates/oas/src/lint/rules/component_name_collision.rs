use std::collections::HashMap;

use crate::lint::codegen::type_name;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "component-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two components have one Rust name",
    documentation: r#"
The type of a component has its name in Pascal case: `pet_owner`, `petOwner` and `PetOwner` are one type. progenitor writes it
twice, and the client does not compile. A component `Default` is in the way of the trait of that name.

```yaml,bad
components:
  schemas:
    petOwner: {description: A person., type: object, properties: {name: {description: A name., type: string}}}
    pet_owner: {description: A firm., type: object, properties: {firm: {description: A name., type: string}}}
```

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
            out.push(cx.finding(at.clone(), message).help("name it otherwise"));
        }
        let (first_name, first) = known.entry(rust.clone()).or_insert((name, schema.pointer));
        if *first_name != name {
            let message = format!("`{name}` and `{first_name}` both become the type `{rust}`");
            let first = Label::key(first.clone()).saying("the first one");
            out.push(
                cx.finding(at, message)
                    .label(first)
                    .help("name one of them otherwise"),
            );
        }
    }
}
