use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Shape;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "email-malformed",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "An email address is malformed",
    documentation: r#"
## What it does

Reports an `email` of the contact that is not an email address: one `@` between a name and a host.

## Why is this bad?

"MUST be in the format of an email address" (OpenAPI 3.0.3, section 4.7.3.1): mail to it cannot be delivered.

## Example

```yaml,bad
info:
  title: T
  version: '1'
  description: D
  contact: {email: api at example.com}
```

## Use instead

```yaml,good
info:
  title: T
  version: '1'
  description: D
  contact: {email: api@example.com}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects() {
        let fields = object.kind.fields().iter();
        for field in fields.filter(|field| field.shape == Shape::Email) {
            let Some(value) = object.node.get(field.name) else {
                continue;
            };
            if value.value.as_str().is_some_and(|text| !is_email(text)) {
                let message = format!("{} is not an email address", value.value);
                out.push(cx.diagnostic(Label::value(value.pointer), message));
            }
        }
    }
}

fn is_email(text: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
    text.rsplit_once('@')
        .is_some_and(|(name, host)| is_plain(name) && is_plain(host))
}
