use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Label, Severity, suggest};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-parameter-undeclared",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "A name in a path is not declared as a parameter",
    documentation: r#"
## What it does

Reports a name in braces for which neither the operation nor its path item has a parameter with `in: path`.

## Why is this bad?

OpenAPI requires the parameter (OpenAPI 3.0.3, section 4.7.8.2); without it, a client does not know what to send. progenitor panics.

## Example

```yaml,bad
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: Get a pet
      description: Gets a pet.
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
        let parameters = operation.parameters();
        let declared = parameters
            .iter()
            .filter(|parameter| parameter.location() == "path");
        let declared = declared
            .map(|parameter| parameter.name())
            .collect::<Vec<_>>();
        for name in paths::names(operation.path()) {
            if name.is_empty() || declared.contains(&name) {
                continue;
            }
            let at = Label::key(operation.pointer().clone());
            let diagnostic = cx.diagnostic(
                at,
                format!(
                    "`{name}` of the path `{}` is not declared as a parameter",
                    operation.path()
                ),
            );
            out.push(match suggest::closest(name, declared.iter().copied()) {
                Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
                None => diagnostic.help(format!(
                    "declare it: `name: {name}`, `in: path`, `required: true`"
                )),
            });
        }
    }
}
