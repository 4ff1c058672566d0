use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::media_type::{OCTET_STREAM, PLAIN_TEXT, without_parameters};
use crate::{Diagnostic, Label, Node, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "raw-request-body-constrained",
    category: Category::Codegen,
    severity: Severity::Error,
    summary: "A string or binary request body has further keywords",
    documentation: r#"
## What it does

Reports a request body of `text/plain`, `text/x-markdown` or `application/octet-stream` whose schema is not exactly `type: string`,
with `format: binary` for the last one.

## Why is this bad?

progenitor rejects the document.

client-codegen ignores the further keywords.

## Example

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
        4XX: {description: Rejected.}
```

## Use instead

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
        4XX: {description: Rejected.}
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
        let (format, expected) = match without_parameters(only.name) {
            PLAIN_TEXT | "text/x-markdown" => (None, "`type: string`"),
            OCTET_STREAM => (Some("binary"), "`type: string, format: binary`"),
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
                "the body of `{}` is not exactly {expected}",
                operation.label()
            );
            let at = Label::key(only.node.pointer.join("schema"));
            out.push(
                cx.diagnostic(at, message)
                    .help(format!("write {expected}, and the rest in the description")),
            );
        }
    }
}

fn is_plain(schema: &Node<'_>, format: Option<&str>) -> bool {
    const RESTRICTIONS: [&str; 10] = [
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
    let is_present = |keyword: &&str| match *keyword {
        "nullable" => schema.is_true("nullable"),
        keyword => schema.value.get(keyword).is_some(),
    };
    schema.str("type") == Some("string")
        && schema.str("format") == format
        && !RESTRICTIONS.iter().any(is_present)
}
