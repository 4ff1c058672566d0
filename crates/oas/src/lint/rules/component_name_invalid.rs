use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "component-name-invalid",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A component name has invalid characters",
    documentation: r#"
## What it does

Reports a component whose name does not match `^[a-zA-Z0-9._-]+$`.

## Why is this bad?

OpenAPI requires it (OpenAPI 3.0.3, section 4.7.7.1), so that a reference can contain the name unchanged.

## Example

```yaml,bad
components:
  schemas:
    Pet name: {description: A name., type: string}
```

## Use instead

```yaml,good
components:
  schemas:
    PetName: {description: A name., type: string}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("spec-components-invalid-map-name"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let sections = Kind::Components.fields().iter();
    for (name, node) in sections.flat_map(|section| cx.document().components(section.name)) {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        if name.is_empty() || !name.bytes().all(allowed) {
            let message = format!("`{name}` is not a valid component name");
            let diagnostic = cx.diagnostic(Label::key(node.pointer), message);
            out.push(diagnostic.help("use letters, digits, `.`, `_` and `-`"));
        }
    }
}
