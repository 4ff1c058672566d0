use crate::lint::{Category, Check, Context, Rule, allow};
use crate::vocabulary::extension::LINT_ALLOW;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "allow-reason-missing",
    category: Category::Allowing,
    severity: Severity::Error,
    summary: "An `x-lint-allow` gives no reason",
    documentation: r#"
An allowance without a reason cannot be reviewed: nobody can tell later whether it still holds. It allows nothing.

```yaml,bad
servers:
  - url: https://api.example.com/v1/
    x-lint-allow:
      server-trailing-slash: ''
  - url: https://api.example.com/v2
    x-lint-allow: [server-trailing-slash]
```

```yaml,good
servers:
  - url: https://api.example.com/v1/
    x-lint-allow:
      server-trailing-slash: The gateway answers 404 without it.
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
            let finding = cx.finding(
                Label::key(written.pointer),
                "nothing is allowed: there is no rule with a reason here",
            );
            out.push(finding.help(format!("write `{}: {{<rule-id>: <reason>}}`", LINT_ALLOW)));
        }
    }
    for allowance in allow::allowances(cx) {
        if allowance.reason.trim().is_empty() {
            let id = &allowance.id;
            out.push(
                cx.finding(
                    Label::key(allowance.pointer()),
                    format!("`{id}` is allowed without a reason"),
                )
                .help(format!("say why: `{id}: <reason>`")),
            );
        }
    }
}
