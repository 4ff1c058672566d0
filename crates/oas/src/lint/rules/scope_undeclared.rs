use std::collections::HashMap;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::suggest::closest;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "scope-undeclared",
    category: Category::Security,
    severity: Severity::Error,
    summary: "A security requirement names an undeclared scope",
    documentation: r#"
## What it does

Reports a scope that no flow of the `oauth2` scheme declares (a warning), and a scope of an `apiKey` or `http` scheme, which must
have none (OpenAPI 3.0.3, section 4.7.30). The scopes of `openIdConnect` are declared elsewhere, and not checked.

## Why is this bad?

The owner of an application selects it from the declared scopes, and cannot select this one.

## Example

```yaml,bad
security:
  - oauth2: [reed]
  - bearer: [read]
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    oauth2:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://api.example.com/token, scopes: {read: Read everything.}}
```

## Use instead

```yaml,good
security:
  - oauth2: [read]
  - bearer: []
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    oauth2:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://api.example.com/token, scopes: {read: Read everything.}}
```
"#,
    equivalents: &[Equivalent::redocly("security-scopes-defined")],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let schemes: HashMap<&str, Node<'_>> = cx.document().security_schemes().collect();
    for requirement in cx.objects_of(Kind::SecurityRequirement) {
        for (name, required) in requirement.node.members() {
            let Some(scheme) = schemes.get(name) else {
                continue;
            };
            let declared = declared(scheme);
            for scope in required.items() {
                let (Some(kind), Some(text)) = (scheme.str("type"), scope.value.as_str()) else {
                    continue;
                };
                let diagnostic = match kind {
                    "oauth2" if declared.contains(&text) => continue,
                    "oauth2" => {
                        // Not a violation: a scope need not be declared to be granted.
                        let diagnostic = cx.at_severity(
                            Severity::Warning,
                            Label::value(scope.pointer),
                            format!("`{name}` has no scope `{text}`"),
                        );
                        match closest(text, declared.iter().copied()) {
                            Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
                            None => diagnostic
                                .help("declare it in the `scopes` of the flows that grant it"),
                        }
                    }
                    "apiKey" | "http" => {
                        let message = format!("`{name}` is of type `{kind}`, which has no scopes");
                        cx.diagnostic(Label::value(scope.pointer), message)
                            .help(format!("write `{name}: []`"))
                    }
                    _ => continue,
                };
                out.push(
                    diagnostic.label(Label::key(scheme.pointer.clone()).with_message("the scheme")),
                );
            }
        }
    }
}

/// The scopes that any flow of a scheme declares.
fn declared<'d>(scheme: &Node<'d>) -> Vec<&'d str> {
    let flows = scheme.members_of("flows").map(|(_, flow)| flow);
    flows
        .flat_map(|flow| flow.members_of("scopes"))
        .map(|(scope, _)| scope)
        .collect()
}
