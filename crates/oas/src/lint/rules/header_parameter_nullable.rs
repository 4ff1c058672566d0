use std::collections::HashSet;

use crate::lint::codegen::meant;
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "header-parameter-nullable",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A header parameter may be null",
    documentation: r#"
A header is a text or is not there; there is no null. progenitor makes an `Option` of the value and writes it as a text, which
does not compile.

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: X-Trace, in: header, description: A trace., schema: {type: string, nullable: true}}
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
      parameters:
        - {name: X-Trace, in: header, description: A trace., schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for operation in cx.document().operations() {
        for parameter in operation
            .parameters()
            .iter()
            .filter(|parameter| parameter.place() == "header")
        {
            let Some(schema) = parameter.node().get("schema") else {
                continue;
            };
            let parts = meant(cx.document(), schema).parts;
            let Some(part) = parts.iter().find(|part| part.is_true("nullable")) else {
                continue;
            };
            let place = part.pointer.join("nullable");
            if seen.insert(place.clone()) {
                let message = format!("the header `{}` may be null", parameter.name());
                out.push(
                    cx.finding(Label::key(place), message)
                        .help("take `nullable` away: a header that is not required may be absent"),
                );
            }
        }
    }
}
