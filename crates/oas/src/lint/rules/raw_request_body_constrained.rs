use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "raw-request-body-constrained",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A request body of text or bytes has more than its plain schema",
    documentation: r#"
progenitor takes a body of `text/plain` or `text/x-markdown` for a text, and one of `application/octet-stream` for bytes. It
accepts exactly one schema for each, `type: string` and `type: string, format: binary`, and refuses a document that says more.

```yaml,bad
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        required: true
        content:
          text/plain:
            schema: {type: string, maxLength: 80}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```

```yaml,good
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      requestBody:
        required: true
        content:
          text/plain:
            schema: {type: string}
      responses:
        '204': {description: None.}
        4XX: {description: Refused.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let media_types = operation
            .request_body()
            .map(|body| body.media_types())
            .unwrap_or_default();
        let [only] = &media_types[..] else { continue };
        let (format, expected) = match only.name.split(';').next() {
            Some("text/plain" | "text/x-markdown") => (None, "`type: string`"),
            Some("application/octet-stream") => (Some("binary"), "`type: string, format: binary`"),
            _ => continue,
        };
        let Some(schema) = only
            .schema
            .clone()
            .and_then(|schema| cx.document().resolve(schema))
        else {
            continue;
        };
        if !is_plain(&schema, format) {
            let message = format!(
                "the body of `{}` is not plainly {expected}",
                operation.label()
            );
            let at = Label::key(only.node.pointer.join("schema"));
            out.push(
                cx.finding(at, message)
                    .help(format!("write {expected}, and the rest in the description")),
            );
        }
    }
}

fn is_plain(schema: &Node<'_>, format: Option<&str>) -> bool {
    const SAYS_MORE: [&str; 10] = [
        "nullable",
        "discriminator",
        "default",
        "pattern",
        "enum",
        "minLength",
        "maxLength",
        "allOf",
        "anyOf",
        "oneOf",
    ];
    let says_more = |keyword: &&str| match *keyword {
        "nullable" => schema.is_true("nullable"),
        keyword => schema.value.get(keyword).is_some(),
    };
    schema.str("type") == Some("string")
        && schema.str("format") == format
        && !SAYS_MORE.iter().any(says_more)
}
