use url::Url;

use crate::lint::uri;
use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "server-url-invalid",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "The URL of a server is malformed",
    documentation: r#"
## What it does

Reports the URL of a server that is not a URI reference by RFC 3986 once its variables are replaced by their defaults, and a brace
without its counterpart. A relative URL is valid: it is relative to the location of the document. A host without a scheme, a query and
a fragment are valid too, but probably not intended; they are reported as warnings.

## Why is this bad?

No client can send a request there. `api.example.com/v1` is read as a path.

## Example

```yaml,bad
servers:
  - url: https://{region.example.com
    variables:
      region: {default: eu}
  - url: https://api.example.com/our pets
  - url: api.example.com/v1
  - url: https://api.example.com/v1?key=x
```

## Use instead

```yaml,good
servers:
  - url: https://api.example.com/v1
  - url: https://{region}.example.com
    variables:
      region: {default: eu}
  - url: /v1
```
"#,
    equivalents: &[Equivalent::spectral("oas3-schema")],
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
        let at = Label::value(url.pointer);
        match defect(&server.node, template) {
            Some(Defect::Violation(message)) => out.push(cx.diagnostic(at, message)),
            Some(Defect::Unusual(message, help)) => {
                out.push(cx.at_severity(Severity::Warning, at, message).help(help));
            }
            None => {}
        }
    }
}

enum Defect {
    Violation(String),
    /// Help for a URL that is valid, but probably not intended.
    Unusual(String, &'static str),
}

fn defect(server: &Node<'_>, template: &str) -> Option<Defect> {
    if !has_closed_braces(template) {
        let message = format!("`{template}` has a brace without its counterpart");
        return Some(Defect::Violation(message));
    }
    let mut url = template.to_owned();
    for (name, variable) in server.members_of("variables") {
        let default = variable.str("default").unwrap_or("x");
        url = url.replace(&format!("{{{name}}}"), default);
    }
    // `server-variable-invalid` reports variables that are not declared.
    let url = url.replace(['{', '}'], "");
    if let Some(defect) = uri::defect(&url) {
        return Some(Defect::Violation(format!(
            "`{template}` is not a URL: {defect}"
        )));
    }
    let scheme = url.split_once(':').map(|(scheme, _)| scheme);
    let scheme = scheme.filter(|scheme| !scheme.contains('/'));
    let is_http =
        |scheme: &str| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    if scheme.is_some_and(|scheme| !url[scheme.len() + 1..].starts_with("//")) {
        let message = format!("`{template}` has no host: the text before `:` is read as a scheme");
        return Some(Defect::Unusual(message, "begin with `https://`"));
    }
    if scheme.is_some_and(is_http) && Url::parse(&url).is_err() {
        return Some(Defect::Violation(format!("`{template}` has no valid host")));
    }
    // A host without a scheme has this form.
    let first = url.split('/').next().unwrap_or_default();
    if scheme.is_none() && first.contains('.') && !first.starts_with('.') {
        let message =
            format!("`{template}` has no scheme, and is read as a path relative to the document");
        return Some(Defect::Unusual(
            message,
            "begin with `https://`, or with `/` or `./` if a path is meant",
        ));
    }
    if url.contains(['?', '#']) {
        let message = format!("`{template}` has a query or fragment, to which paths are appended");
        return Some(Defect::Unusual(message, "declare a parameter instead"));
    }
    None
}

/// Whether every brace has its counterpart.
fn has_closed_braces(template: &str) -> bool {
    let mut is_open = false;
    for character in template.chars() {
        match (character, is_open) {
            ('{', false) => is_open = true,
            ('}', true) => is_open = false,
            ('{', true) | ('}', false) => return false,
            _ => {}
        }
    }
    !is_open
}
