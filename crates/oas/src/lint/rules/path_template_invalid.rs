use crate::lint::{Category, Check, Context, Equivalent, Rule, paths};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "path-template-invalid",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "A path template is malformed",
    documentation: r#"
## What it does

Reports a path with empty or unmatched braces, or with the same name twice.

## Why is this bad?

A client cannot build the path.

## Example

```yaml,bad
paths:
  /pets/{}:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
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
        Equivalent::spectral("path-declarations-must-exist"),
        Equivalent::redocly("path-declaration-must-exist"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (path, item) in paths::paths(cx.document()) {
        let names = paths::names(path);
        let repeated = names
            .iter()
            .enumerate()
            .find(|(index, name)| names[..*index].contains(name));
        let is_plain = |text: &str| !text.contains(['{', '}']);
        let message = if names.contains(&"") {
            "the path has empty braces".to_owned()
        } else if !is_plain(&paths::nameless(path).replace("{}", ""))
            || !names.iter().all(|name| is_plain(name))
        {
            "the path has braces that do not match".to_owned()
        } else if let Some((_, name)) = repeated {
            format!("the path has `{name}` twice")
        } else {
            continue;
        };
        out.push(cx.diagnostic(Label::key(item.pointer), message));
    }
}
