use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::{DEPRECATED_ON, SUNSET};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "sunset-without-deprecation",
    category: Category::Lifecycle,
    severity: Severity::Warning,
    summary: "An operation has lifecycle dates and is not marked `deprecated: true`",
    documentation: r#"
`x-sunset` and `x-deprecated-on` are extensions that few tools read; `deprecated: true` is what documentation pages, editors and
generators go by. Without it nobody who calls the operation is told.

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      x-sunset: '2027-01-31'
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
        let dates = [SUNSET, DEPRECATED_ON];
        let date = dates.into_iter().find_map(|key| operation.node().get(key));
        if let Some(date) = date.filter(|_| !operation.is_deprecated()) {
            let message = format!("`{}` is not marked as deprecated", operation.label());
            out.push(
                cx.finding(Label::key(date.pointer), message)
                    .help("add `deprecated: true`"),
            );
        }
    }
}
