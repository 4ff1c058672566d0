use url::{Host, Url};

use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "server-not-https",
    category: Category::Security,
    severity: Severity::Warning,
    summary: "Credentials and data are sent without encryption",
    documentation: r#"
## What it does

Reports a server or token URL with `http`. Local servers (`localhost`, `127.0.0.1`, `[::1]`) are not reported.

## Why is this bad?

Anyone on the network can read the credentials and change the responses. RFC 6749, section 3.2, requires TLS for token requests.

## Example

```yaml,bad
servers:
  - url: http://api.example.com
components:
  securitySchemes:
    oauth2:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'http://api.example.com/token', scopes: {read: Read everything.}}
```

## Use instead

```yaml,good
servers:
  - url: https://api.example.com
  - url: http://localhost:8080
components:
  securitySchemes:
    oauth2:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://api.example.com/token', scopes: {read: Read everything.}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let keys: &[&str] = match object.kind {
            Kind::Server => &["url"],
            Kind::OAuthFlow => &["authorizationUrl", "tokenUrl", "refreshUrl"],
            Kind::SecurityScheme => &["openIdConnectUrl"],
            _ => continue,
        };
        for url in keys.iter().filter_map(|key| object.node.get(key)) {
            if url
                .value
                .as_str()
                .is_some_and(|text| is_clear(&object.node, text))
            {
                let diagnostic =
                    cx.diagnostic(Label::value(url.pointer), "requests are not encrypted");
                out.push(diagnostic.help("use `https`"));
            }
        }
    }
}

/// Whether a URL, its variables at their defaults, is unencrypted and of another machine.
fn is_clear(server: &Node<'_>, template: &str) -> bool {
    let mut url = template.to_owned();
    for (name, variable) in server.members_of("variables") {
        url = url.replace(
            &format!("{{{name}}}"),
            variable.str("default").unwrap_or_default(),
        );
    }
    let Ok(url) = Url::parse(&url.replace(['{', '}'], "")) else {
        return false;
    };
    let is_own = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    matches!(url.scheme(), "http" | "ws") && !is_own
}
