use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "server-variable-invalid",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A server's variables and its URL do not match",
    documentation: r#"
## What it does

Reports a variable of a URL that is not declared; and, as warnings, a declared variable that the URL does not have, an empty `enum`,
and a default that the `enum` does not list.

## Why is this bad?

A client cannot build the URL.

## Example

```yaml,bad
servers:
  - url: https://{region}.example.com/{version}
    variables:
      region: {default: us, enum: [eu, apac]}
      port: {default: '443'}
```

## Use instead

```yaml,good
servers:
  - url: https://{region}.example.com
    variables:
      region: {default: eu, enum: [eu, apac]}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-server-variables"),
        Equivalent::redocly("no-undefined-server-variable"),
        Equivalent::redocly("no-server-variables-empty-enum"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for server in cx.objects_of(Kind::Server) {
        let Some(url) = server.node.get("url") else {
            continue;
        };
        let Some(template) = url.value.as_str() else {
            continue;
        };
        let used = template
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0));
        let used = used.collect::<Vec<_>>();
        let declared = server.node.members_of("variables").collect::<Vec<_>>();
        for name in &used {
            if !declared.iter().any(|(declared, _)| declared == name) {
                let message = match name.is_empty() {
                    true => "`{}` has no name of a variable".to_owned(),
                    false => format!("the variable `{name}` is not declared"),
                };
                out.push(cx.diagnostic(Label::value(url.pointer.clone()), message));
            }
        }
        for (name, variable) in declared {
            if !used.contains(&name) {
                let message = format!("the URL has no variable `{name}`");
                out.push(
                    cx.at_severity(
                        Severity::Warning,
                        Label::key(variable.pointer.clone()),
                        message,
                    )
                    .label(Label::value(url.pointer.clone())),
                );
            }
            let Some(values) = variable
                .get("enum")
                .filter(|values| values.value.is_array())
            else {
                continue;
            };
            let default = variable
                .get("default")
                .filter(|default| values.items().all(|value| value.value != default.value));
            if values.items().next().is_none() {
                let message = format!("the `enum` of the variable `{name}` is empty");
                out.push(cx.at_severity(Severity::Warning, Label::key(values.pointer), message));
            } else if let Some(default) = default {
                let message = format!("the default of the variable `{name}` is not in its `enum`");
                out.push(
                    cx.at_severity(Severity::Warning, Label::value(default.pointer), message)
                        .label(Label::key(values.pointer)),
                );
            }
        }
    }
}
