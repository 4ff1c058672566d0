use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "server-missing",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "Nothing says where the operations are served",
    documentation: r#"
Without `servers`, the paths are relative to the address that the document was read from (OpenAPI 3.0.3, section 4.7.1), which
a file in a repository does not have. Every reader, generator and tester then asks for the address once more.

```yaml,bad
# The key `servers` is left out, here and in the operation.
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
servers:
  - url: https://api.example.com/v1
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
        Equivalent::spectral("oas3-api-servers"),
        Equivalent::redocly("no-empty-servers"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx
        .document()
        .operations()
        .any(|operation| operation.servers().is_empty())
    {
        let at = Label::key(Pointer::root().join("servers"));
        let finding = cx.finding(at, "nothing says where the operations are served");
        out.push(finding.help("add `servers` with the address that the paths are appended to"));
    }
}
