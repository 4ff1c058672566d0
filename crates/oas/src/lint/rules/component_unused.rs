use serde_json::Value;
use std::collections::{HashMap, HashSet};

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "component-unused",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "A component is not used",
    documentation: r#"
## What it does

Reports a component that no operation refers to, directly or through other components. Schemas that inherit from a used schema with
a `discriminator` are used. A document without operations is a library of components, and is not reported.

## Why is this bad?

An unused component is a leftover, or a reference to it was forgotten.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        4XX: {description: Rejected.}
        '204': {description: None.}
components:
  schemas:
    Pet: {description: A pet., allOf: [{$ref: '#/components/schemas/Animal'}]}
    Animal: {description: An animal., type: object}
```

## Use instead

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        4XX: {description: Rejected.}
        '200':
          description: A pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pet: {description: A pet., type: object}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-unused-component"),
        Equivalent::redocly("no-unused-components"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let document = cx.document();
    // A reference that could not be followed may be the one that uses it.
    if document.operations().next().is_none() || !document.unresolved().is_empty() {
        return;
    }
    let mut uses: HashMap<Option<Component>, Vec<Component>> = HashMap::new();
    let mut declared = Vec::new();
    for (key, node) in document.root_node().members() {
        if key != "components" {
            collect(node.value, uses.entry(None).or_default());
            continue;
        }
        for (section, node) in node
            .members()
            .filter(|(section, _)| !section.starts_with("x-"))
        {
            for (name, node) in node.members() {
                let component = (section.to_owned(), name.to_owned());
                collect(node.value, uses.entry(Some(component.clone())).or_default());
                declared.push((component, node.pointer));
            }
        }
    }
    for (name, schema) in document.schemas() {
        let Some(schema) = document.resolve(schema) else {
            continue;
        };
        let heirs = document.polymorphism().heirs(&schema.pointer);
        let heirs = heirs.map(|(heir, _)| ("schemas".to_owned(), heir.to_owned()));
        let user = Some(("schemas".to_owned(), name.to_owned()));
        uses.entry(user).or_default().extend(heirs);
    }
    for (key, node) in document.parts() {
        collect(node.value, uses.entry(Some(part(key))).or_default());
    }
    let schemes = cx
        .objects_of(Kind::SecurityRequirement)
        .flat_map(|object| object.node.members());
    let schemes = schemes.map(|(name, _)| ("securitySchemes".to_owned(), name.to_owned()));
    uses.entry(None).or_default().extend(schemes);
    let used = reachable(&uses);
    for (component, pointer) in declared
        .into_iter()
        .filter(|(component, _)| !used.contains(component))
    {
        out.push(cx.diagnostic(
            Label::key(pointer),
            format!("`{}` is not used", component.1),
        ));
    }
}

/// The section and the name; for another file, no section and its key.
type Component = (String, String);

fn part(key: &str) -> Component {
    (String::new(), key.to_owned())
}

fn reachable(uses: &HashMap<Option<Component>, Vec<Component>>) -> HashSet<Component> {
    let mut used = HashSet::new();
    let mut open = vec![None];
    while let Some(user) = open.pop() {
        for component in uses.get(&user).into_iter().flatten() {
            if used.insert(component.clone()) {
                open.push(Some(component.clone()));
            }
        }
    }
    used
}

/// The components that a value refers to, at any depth, extensions included, to avoid false
/// positives.
fn collect(value: &Value, found: &mut Vec<Component>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                found.extend(
                    members
                        .get("$ref")
                        .and_then(Value::as_str)
                        .and_then(component),
                );
                let mapping = members.get("mapping").and_then(Value::as_object);
                let targets = mapping.into_iter().flat_map(|mapping| mapping.values());
                found.extend(targets.filter_map(Value::as_str).map(|target| {
                    component(target).unwrap_or_else(|| ("schemas".to_owned(), target.to_owned()))
                }));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
}

fn component(reference: &str) -> Option<Component> {
    let target = Pointer::from_reference(reference)?;
    if let Some(below) = target.in_parts() {
        return below.tokens().next().map(|key| part(&key));
    }
    let mut tokens = target.tokens();
    (tokens.next()? == "components").then_some(())?;
    Some((tokens.next()?.into_owned(), tokens.next()?.into_owned()))
}
