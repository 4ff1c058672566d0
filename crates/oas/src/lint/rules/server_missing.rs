use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "server-missing",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "The document has no servers",
    documentation: r#"
## What it does

Reports a document without `servers`.

## Why is this bad?

Paths are then relative to the URL of the document (OpenAPI 3.0.3, section 4.7.1), which a file in a repository does not have. Every
reader and tool must ask for it.

## Example

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
        4XX: {description: Rejected.}
```

## Use instead

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
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-api-servers"),
        Equivalent::redocly("no-empty-servers"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut servers = cx.document().root_node().items_of("servers");
    let mut operations = cx.document().operations();
    if servers.next().is_none() && operations.any(|operation| operation.servers().is_empty()) {
        let at = Label::key(Pointer::root().join("servers"));
        let diagnostic = cx.diagnostic(at, "the document has no servers");
        out.push(diagnostic.help("add `servers` with the URL that paths are appended to"));
    }
}
