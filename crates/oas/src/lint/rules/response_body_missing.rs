use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Method, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "response-body-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "A 200 has no body",
    documentation: r#"
A 200 comes with a body, and an answer without one is a 204 (RFC 9110, sections 15.3.1 and 15.3.5). A 200 without `content`
leaves open whether there is none or nobody wrote it down; a generated client drops whatever comes.

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200': {description: The pets.}
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
        '200':
          description: The names of the pets.
          content:
            application/json:
              schema: {type: array, items: {type: string}}
              example: [Rex]
        4XX: {description: Refused.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        // What these answer is in the headers.
        if matches!(
            operation.method(),
            Method::Head | Method::Options | Method::Trace
        ) {
            continue;
        }
        for response in operation.responses() {
            if response.status == "200" && response.media_types().is_empty() {
                out.push(
                    cx.finding(
                        Label::key(operation.pointer().join("responses").join("200")),
                        format!("the 200 of `{}` has no body", operation.label()),
                    )
                    .help("describe its `content`, or make it a 204"),
                );
            }
        }
    }
}
