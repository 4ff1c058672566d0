use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Pointer, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "openapi-version-unsupported",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "The document is not of OpenAPI 3.0",
    documentation: r#"
The rules are those of OpenAPI 3.0; a document of another version would be measured by the wrong ones. It gets this finding and
no other.

```yaml,bad
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
```

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
    if version.and_then(|version| version.as_str()).is_some_and(is_3_0) {
        return;
    }
    let message = match version {
        Some(serde_json::Value::String(version)) => format!("version {version} is not supported"),
        Some(version) => format!("the version is {version}, not a text"),
        None => "the document does not say which version of OpenAPI it is of".to_owned(),
    };
    out.push(
        cx.finding(Label::value(Pointer::root().join(key)), message)
            .help("these rules are for OpenAPI 3.0: `openapi: 3.0.3`"),
    );
}

fn is_3_0(version: &str) -> bool {
    let patch = version.strip_prefix("3.0.");
    patch.is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|b| b.is_ascii_digit()))
}
