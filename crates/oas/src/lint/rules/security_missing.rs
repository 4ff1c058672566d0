use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "security-missing",
    category: Category::Security,
    severity: Severity::Warning,
    summary: "Nothing says what a caller must present",
    documentation: r#"
An operation without `security`, in a document without it, is open to everyone. Where that is meant, say so with
`security: []`; where it is not, the document lets people believe that no credentials are needed. When no operation says
anything, there is one finding for all of them.

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      security:
        - bearer: []
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
```

```yaml,bad
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
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

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      security: []
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      security:
        - bearer: []
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
```
"#,
    equivalents: &[Equivalent::redocly("security-defined")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let document = cx.document();
    if document.root().get("security").is_some() {
        return;
    }
    let (said, silent): (Vec<_>, Vec<_>) = document
        .operations()
        .partition(|operation| operation.node().value.get("security").is_some());
    let help = "add `security` with the schemes to choose from, or `security: []` when everyone may call it";
    if said.is_empty() && !silent.is_empty() {
        let at = Label::key(Pointer::root().join("paths"));
        out.push(
            cx.finding(at, "no operation says what a caller must present")
                .help(help),
        );
        return;
    }
    for operation in silent {
        let message = format!(
            "nothing says what a caller of `{}` must present",
            operation.label()
        );
        out.push(
            cx.finding(Label::key(operation.pointer().clone()), message)
                .help(help),
        );
    }
}
