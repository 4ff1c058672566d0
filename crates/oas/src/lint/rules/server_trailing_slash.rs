use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "server-trailing-slash",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "A server's URL ends in `/`",
    documentation: r#"
## What it does

Reports a server's URL that ends in `/`.

## Why is this bad?

A path begins with `/` and is appended to the URL, so that the request has two slashes in a row.

## Example

```yaml,bad
servers:
  - url: https://api.example.com/v1/
```

## Use instead

```yaml,good
servers:
  - url: https://api.example.com/v1
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-server-trailing-slash"),
        Equivalent::redocly("no-server-trailing-slash"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for server in cx.document().servers() {
        let Some(url) = server.node.get("url") else {
            continue;
        };
        // `/` is the location of the document itself.
        if url
            .value
            .as_str()
            .is_some_and(|url| url.len() > 1 && url.ends_with('/'))
        {
            out.push(
                cx.diagnostic(
                    Label::value(url.pointer),
                    "the URL of the server ends in `/`",
                )
                .help("delete the slash at its end"),
            );
        }
    }
}
