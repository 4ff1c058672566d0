use url::Url;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "server-url-invalid",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A server's URL is not one",
    documentation: r#"
A server's URL is absolute, or relative to where the document is served; it has neither query nor fragment, because paths are
appended to it.

```yaml,bad
servers:
  - url: api.example.com/v1
  - url: https://api.example.com/v1?key=x
```

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
        if let Err(problem) = read(&server.node, template) {
            out.push(cx.finding(Label::value(url.pointer), problem));
        }
    }
}

fn read(server: &Node<'_>, template: &str) -> Result<(), String> {
    let mut url = template.to_owned();
    for (name, variable) in server.members_of("variables") {
        url = url.replace(
            &format!("{{{name}}}"),
            variable.str("default").unwrap_or("x"),
        );
    }
    // Variables that are not declared are the matter of another rule.
    let url = url.replace(['{', '}'], "");
    let base = Url::parse("https://document.example/").map_err(|error| error.to_string())?;
    let parsed = Url::options().base_url(Some(&base)).parse(&url);
    let parsed = parsed.map_err(|error| format!("the URL cannot be read: {error}"))?;
    let relative = parsed.host_str() == base.host_str() && parsed.scheme() == base.scheme();
    if relative && !url.starts_with(['/', '.']) {
        return Err(format!(
            "`{template}` has no scheme, and is read as relative to the document"
        ));
    }
    if parsed.query().is_some() || parsed.fragment().is_some() {
        return Err("the URL of a server has neither query nor fragment".to_owned());
    }
    Ok(())
}
