use std::{cell::LazyCell, collections::HashMap};

use crate::lint::codegen::{called, named_types, without_annotations};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "inline-type-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two different schemas have the same type name",
    documentation: r#"
## What it does

Reports inline schemas that get the same Rust name, from their `title` or their position: every inline response of `listPets` is
`ListPetsResponse`, the property `owner` of `Pet` is `PetOwner`.

## Why is this bad?

progenitor silently uses the first type for both, so that the content of the second is lost; or it generates the name twice, and the
client does not compile.

client-codegen gives each of them a type with its own name.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema:
                type: object
                properties: {names: {description: Their names., type: array, items: {type: string}}}
        '400':
          description: Rejected.
          content:
            application/json:
              schema:
                type: object
                properties: {code: {description: Why., type: string}}
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
        '200':
          description: The pets.
          content:
            application/json:
              schema:
                title: Pets
                type: object
                properties: {names: {description: Their names., type: array, items: {type: string}}}
        '400':
          description: Rejected.
          content:
            application/json:
              schema:
                title: Problem
                type: object
                properties: {code: {description: Why., type: string}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let types = named_types(cx.document());
    let mut known = HashMap::new();
    for one in &types {
        // The type of the first one is computed once.
        let (first, type_of) = known
            .entry(&one.name)
            .or_insert_with(|| (one, LazyCell::new(|| without_annotations(one.schema.value))));
        // `component-name-collision` reports components.
        let is_same = std::ptr::eq(first.schema.value, one.schema.value)
            || (first.is_component && one.is_component);
        if is_same || **type_of == without_annotations(one.schema.value) {
            continue;
        }
        let message = format!(
            "{} becomes the type `{}`, as another schema does",
            called(&one.schema.pointer),
            one.name
        );
        let first = Label::key(first.schema.pointer.clone()).with_message("differs");
        let diagnostic = cx
            .diagnostic(Label::key(one.schema.pointer.clone()), message)
            .label(first);
        out.push(diagnostic.help("make it a component, or give it a distinct `title`"));
    }
}
