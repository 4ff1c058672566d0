use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-id-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "An operation has no `operationId`",
    documentation: r#"
The `operationId` is the operation's name: of the method in a generated client, of its anchor in a page, of its file of
examples. OpenAPI lets it be left out; progenitor does not, and generates nothing for the whole document.

```yaml,bad
paths:
  /pets:
    get:
      summary: List pets
      description: Lists all pets.
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```
"#,
    equivalents: &[
        Equivalent::spectral("operation-operationId"),
        Equivalent::redocly("operation-operationId"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        if operation.id().is_none_or(str::is_empty) {
            out.push(
                cx.finding(
                    Label::key(operation.pointer().clone()),
                    format!(
                        "`{} {}` has no `operationId`",
                        operation.method(),
                        operation.path()
                    ),
                )
                .help("give it a name in camel case, such as `listPets`"),
            );
        }
    }
}
