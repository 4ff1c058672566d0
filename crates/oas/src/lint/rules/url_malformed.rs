use crate::lint::uri;
use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Shape;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "url-malformed",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A URL is malformed",
    documentation: r#"
## What it does

Reports a `url`, `authorizationUrl`, `tokenUrl` or other field of type URL that is not a URI reference by RFC 3986. A relative
reference is valid. URLs of servers, which may be templates, are the subject of [server-url-invalid](#server-url-invalid).

## Why is this bad?

A client or reader cannot follow it.

## Example

```yaml,bad
externalDocs: {url: see the handbook}
info:
  title: T
  version: '1'
  description: D
  license: {name: MIT, url: 'https://example.com/[license]'}
```

## Use instead

```yaml,good
externalDocs: {url: ../handbook.html}
info:
  title: T
  version: '1'
  description: D
  license: {name: MIT, url: 'https://example.com/license'}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        for field in object.kind.fields() {
            if field.shape != Shape::Uri {
                continue;
            }
            let Some(value) = object.node.get(field.name) else {
                continue;
            };
            let defect = value.value.as_str().and_then(uri::defect);
            out.extend(defect.map(|defect| {
                let message = format!("`{}` is not a URL: {defect}", field.name);
                cx.diagnostic(Label::value(value.pointer), message)
            }));
        }
    }
}
