use std::collections::HashSet;

use serde_json::Value;

use crate::lint::{Category, Check, Context, Rule, secrets};
use crate::objects::Object;
use crate::vocabulary::Kind;
use crate::{Diagnostic, Document, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "secret-like-example",
    category: Category::Security,
    severity: Severity::Warning,
    summary: "An example looks like a real secret",
    documentation: r#"
## What it does

Reports a string in an `example`, `examples` or `default` that looks like a secret, once per value:

- a JSON Web Token with its signature, a private key in PEM, a key with the prefix of AWS, GitHub, GitLab, Google, Slack or Stripe;
- a random value after `Bearer `;
- a random value in a URL, under a name such as `token`, `access_token`, `api_key`, `sig` or `X-Amz-Signature`;
- a random value of a property or parameter named `password`, `client_secret`, `token`, `api_key` and the like, in full.

A value is random if it has at least 12 characters, of letters and digits that alternate, at three bits of entropy each. UUIDs, dates,
words, sequences such as `a1b2c3d4` and placeholders (`example`, `your`, `test`, `<…>`, `{…}`, `xxx`) are not reported, nor are
identifiers, unless their name is that of a credential. The message does not repeat the value. Published examples equal those in the
document, and are not checked themselves.

## Why is this bad?

Examples are copied from real traffic. A secret that is published must be revoked.

## Example

```yaml,bad
components:
  schemas:
    Link:
      description: A link.
      type: object
      properties:
        url: {description: Where., type: string, example: 'https://example.com/d?token=NTc0NDU2MTg1MjM0ODUyTM'}
        password: {description: The password., type: string, example: kT9vQ2xL7mZ4}
```

## Use instead

```yaml,good
components:
  schemas:
    Link:
      description: A link.
      type: object
      properties:
        id: {description: Its id., type: string, example: V1ZVd2VyFzU3NiQ1NDA4NjIzNzk2MjD}
        url: {description: Where., type: string, example: 'https://example.com/d?token=<token>'}
        password: {description: The password., type: string, example: your-password}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut reported = HashSet::new();
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let keys: &[&str] = match object.kind {
            Kind::Schema => &["example", "default"],
            Kind::MediaType | Kind::Parameter | Kind::Header => &["example"],
            Kind::Example => &["value"],
            _ => continue,
        };
        for value in keys.iter().filter_map(|key| object.node.get(key)) {
            let name = name(cx.document(), object);
            let mut found = Vec::new();
            look(&name, value.value, &mut value.pointer.clone(), &mut found);
            for (pointer, what) in found {
                // The same value is the same secret, wherever it is repeated.
                if !reported.insert(cx.document().get(&pointer)) {
                    continue;
                }
                let diagnostic =
                    cx.diagnostic(Label::value(pointer), format!("this looks like {what}"));
                out.push(
                    diagnostic.help(
                        "revoke it if it is real, and write a placeholder such as `your-token`",
                    ),
                );
            }
        }
    }
}

/// Recurses as deep as the example, which is as deep as a document may be.
fn look(name: &str, value: &Value, path: &mut Pointer, found: &mut Vec<(Pointer, &'static str)>) {
    match value {
        Value::String(text) => {
            found.extend(secrets::find(name, text).map(|what| (path.clone(), what)))
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(&index.to_string());
                look(name, item, path, found);
                path.pop();
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                path.push(name);
                look(name, member, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

/// The name of what an example is of: a property, a parameter, a header; empty when it has none.
fn name(document: &Document, object: &Object<'_>) -> String {
    let mut place = object.node.pointer.clone();
    loop {
        let Some(above) = place.parent() else {
            return String::new();
        };
        let last = place.last().unwrap_or_default().into_owned();
        let section = above.last().unwrap_or_default().into_owned();
        match (&*section, &*last) {
            ("properties" | "headers", _) => return last,
            ("examples", _) => place = above.parent().unwrap_or_default(),
            (_, "items" | "schema") => place = above,
            _ => break,
        }
    }
    let name = document.node(&place).and_then(|node| node.str("name"));
    name.unwrap_or_default().to_owned()
}
