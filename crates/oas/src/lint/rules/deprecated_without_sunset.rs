use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "deprecated-without-sunset",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "A deprecated operation does not say until when it will be there",
    documentation: r#"
`deprecated: true` tells callers to leave, and not by when. With `x-sunset` they can plan, the generated client can say the
date, and `sunset-near` and `sunset-passed` can warn in time.

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      deprecated: true
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
      deprecated: true
      x-sunset: '2027-01-31'
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        if operation.is_deprecated() && operation.node().get("x-sunset").is_none() {
            out.push(
                cx.finding(
                    Label::value(operation.pointer().join("deprecated")),
                    format!("`{}` is deprecated without a sunset", operation.label()),
                )
                .help("say until when it will be there: `x-sunset: 'YYYY-MM-DD'`"),
            );
        }
    }
}
