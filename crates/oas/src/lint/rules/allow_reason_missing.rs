use crate::lint::allowances::allowances;
use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::LINT_ALLOW;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "allow-reason-missing",
    category: Category::Allowing,
    severity: Severity::Error,
    summary: "An `x-lint-allow` has no reason",
    documentation: r#"
## What it does

Reports an entry of `x-lint-allow` whose reason is empty or is not a string. The entry allows nothing.

## Why is this bad?

An allow without a reason cannot be reviewed: a later reader cannot determine whether it still applies.

## Example

```yaml,bad
servers:
  - url: https://api.example.com/v1/
    x-lint-allow:
      server-trailing-slash: ''
  - url: https://api.example.com/v2
    x-lint-allow: [server-trailing-slash]
```

## Use instead

```yaml,good
servers:
  - url: https://api.example.com/v1/
    x-lint-allow:
      server-trailing-slash: The gateway responds with 404 without it.
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx
        .objects()
        .iter()
        .filter(|object| object.kind.has_extensions())
    {
        if let Some(written) = object
            .node
            .get(LINT_ALLOW)
            .filter(|written| !written.value.is_object())
        {
            let diagnostic = cx.diagnostic(
                Label::key(written.pointer),
                "the extension allows nothing: expected an object with a reason per rule",
            );
            out.push(diagnostic.help(format!("write `{}: {{<rule-id>: <reason>}}`", LINT_ALLOW)));
        }
    }
    for allowance in allowances(cx) {
        if allowance.reason.trim().is_empty() {
            let id = &allowance.id;
            out.push(
                cx.diagnostic(
                    Label::key(allowance.pointer()),
                    format!("`{id}` is allowed without a reason"),
                )
                .help(format!("add a reason: `{id}: <reason>`")),
            );
        }
    }
}
