use serde_json::Value;

use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "openapi-version-unsupported",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "The document is not OpenAPI 3.0",
    documentation: r#"
## What it does

Reports a document that is not OpenAPI 3.0. No other rule runs on it.

## Why is this bad?

The rules are those of OpenAPI 3.0, and would report what is correct in another version.

## Example

```yaml,bad
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
```

## Use instead

```yaml,good
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let root = cx.document().root();
    let key = if root.get("swagger").is_some() {
        "swagger"
    } else {
        "openapi"
    };
    let version = root.get(key);
    if version
        .and_then(|version| version.as_str())
        .is_some_and(is_3_0)
    {
        return;
    }
    let message = match (version, root) {
        (Some(Value::String(version)), _) => format!("version {version} is not supported"),
        (Some(version), _) => format!("expected the version as a string, found {version}"),
        (None, Value::Object(_)) => "the document does not state its version of OpenAPI".to_owned(),
        (None, Value::Null) => "the document is empty".to_owned(),
        (None, _) => {
            "not an OpenAPI document: expected an object with the key `openapi`".to_owned()
        }
    };
    let help = match version.and_then(Value::as_str) {
        Some(version) if key == "swagger" || version.starts_with("2.") => {
            "these rules are for OpenAPI 3.0: convert the document, for example by `npx swagger2openapi`"
        }
        Some(version) if version.starts_with("3.") => {
            "the rules are for OpenAPI 3.0: if the document uses nothing newer, write `openapi: 3.0.3`"
        }
        _ => "these rules are for OpenAPI 3.0: `openapi: 3.0.3`",
    };
    out.push(
        cx.diagnostic(Label::value(Pointer::root().join(key)), message)
            .help(help),
    );
}

fn is_3_0(version: &str) -> bool {
    let patch = version.strip_prefix("3.0.");
    patch.is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|b| b.is_ascii_digit()))
}
