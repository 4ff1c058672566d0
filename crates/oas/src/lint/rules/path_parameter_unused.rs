use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Label, Severity, suggest};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-parameter-unused",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "A path parameter does not occur in its path",
    documentation: r#"
## What it does

Reports a parameter with `in: path` whose name is not in braces in the path.

## Why is this bad?

The name must occur in the path (OpenAPI 3.0.3, section 4.7.12.1). The parameter is never sent, or the path has a different name for
it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: petId, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
      parameters:
        - {name: petId, in: path, required: true, description: Its id., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("path-params"),
        Equivalent::redocly("path-parameters-defined"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let names = paths::names(operation.path());
        for parameter in operation.parameters() {
            let name = parameter.name();
            if parameter.location() != "path" || name.is_empty() || names.contains(&name) {
                continue;
            }
            let at = Label::value(parameter.written().pointer.clone());
            let diagnostic = cx.diagnostic(
                at,
                format!("`{name}` does not occur in the path `{}`", operation.path()),
            );
            out.push(match suggest::closest(name, names.iter().copied()) {
                Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
                None => diagnostic,
            });
        }
    }
}
