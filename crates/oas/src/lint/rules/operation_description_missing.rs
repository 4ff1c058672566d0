use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "operation-description-missing",
    category: Category::Operations,
    severity: Severity::Info,
    summary: "An operation has no description",
    documentation: r#"
The description says what the name cannot: what changes, what may go wrong on the way, what has to be there before, whether
sending it twice does harm.

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
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
        Equivalent::spectral("operation-description"),
        Equivalent::redocly("operation-description"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        if operation
            .description()
            .is_none_or(|text| text.trim().is_empty())
        {
            out.push(cx.finding(
                Label::key(operation.pointer().clone()),
                format!("`{}` has no description", operation.label()),
            ));
        }
    }
}
