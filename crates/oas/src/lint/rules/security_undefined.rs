use indexmap::IndexSet;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "security-undefined",
    category: Category::Security,
    severity: Severity::Error,
    summary: "A security requirement names an undefined scheme",
    documentation: r#"
## What it does

Reports a name in a security requirement that is not that of a security scheme among the components.

## Why is this bad?

OpenAPI requires the scheme (OpenAPI 3.0.3, section 4.7.30). A generated client sends no credentials, and the mock server rejects
every request.

## Example

```yaml,bad
security:
  - oauth: [read]
components:
  securitySchemes:
    oauth2:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://api.example.com/token, scopes: {read: Read everything.}}
```

## Use instead

```yaml,good
security:
  - oauth2: [read]
components:
  securitySchemes:
    oauth2:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://api.example.com/token, scopes: {read: Read everything.}}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-operation-security-defined"),
        Equivalent::redocly("security-defined"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let schemes = cx
        .document()
        .components("securitySchemes")
        .map(|(name, _)| name);
    let schemes: IndexSet<&str> = schemes.collect();
    for requirement in cx.objects_of(Kind::SecurityRequirement) {
        for (name, scheme) in requirement.node.members() {
            if schemes.contains(name) {
                continue;
            }
            let message = format!("security scheme `{name}` does not exist");
            let diagnostic = cx.diagnostic(Label::key(scheme.pointer), message);
            out.push(
                match crate::suggest::closest(name, schemes.iter().copied()) {
                    Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
                    None => diagnostic.help(format!(
                        "describe it at `/components/securitySchemes/{name}`"
                    )),
                },
            );
        }
    }
}
