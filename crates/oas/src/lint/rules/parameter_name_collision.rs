use std::collections::HashMap;

use crate::lint::codegen::field;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "parameter-name-collision",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "Two parameters of an operation have the same Rust name",
    documentation: r#"
## What it does

Reports parameters of an operation whose names are equal in snake case, and a parameter named `body` beside a request body.

## Why is this bad?

progenitor generates two arguments of the same name, and the client does not compile.

client-codegen gives one of them another name.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: petName, in: query, description: A name., schema: {type: string}}
        - {name: pet_name, in: query, description: 'A name, as it was once called.', schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: petName, in: query, description: A name., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let mut known = HashMap::new();
        if let Some(body) = operation
            .node()
            .get("requestBody")
            .filter(|_| operation.request_body().is_some())
        {
            let at = Label::key(body.pointer);
            known.insert("body".to_owned(), ("the request body".to_owned(), at));
        }
        for parameter in operation.parameters() {
            let (name, argument) = (format!("`{}`", parameter.name()), field(parameter.name()));
            let at = Label::value(parameter.node().pointer.join("name"));
            let (first_name, first) = known
                .entry(argument.clone())
                .or_insert((name.clone(), at.clone()));
            // `parameter-name-shared` reports the same name in two locations.
            if *first_name != name {
                let label = operation.label();
                let message = format!(
                    "{name} and {first_name} both become the argument `{argument}` of `{label}`"
                );
                let first = first.clone().with_message("the first one");
                out.push(
                    cx.diagnostic(at, message)
                        .label(first)
                        .help("describe one of them"),
                );
            }
        }
    }
}
