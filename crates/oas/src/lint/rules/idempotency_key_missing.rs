use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Method;
use crate::vocabulary::extension::IDEMPOTENT;
use crate::{Diagnostic, Document, Label, Node, Operation, RequestBody, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "idempotency-key-missing",
    category: Category::Operations,
    severity: Severity::Warning,
    summary: "An idempotent POST or PATCH has no key",
    documentation: r#"
## What it does

Reports `x-idempotent: true` on a POST or PATCH without a required header or body property that carries a key by which the server
recognises a repeated request, such as `Idempotency-Key`.

## Why is this bad?

A client sends an idempotent request again when it does not know whether the first one took effect. Without a key, the server cannot
recognise the second one, and applies it twice.

## Example

```yaml,bad
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      x-idempotent: true
      responses:
        '204': {description: Created.}
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
      x-idempotent: true
      parameters:
        - {name: Idempotency-Key, in: header, required: true, description: The key., schema: {type: string}}
      responses:
        '204': {description: Created.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        let is_affected = matches!(operation.method(), Method::Post | Method::Patch);
        if is_affected
            && operation.node().is_true(IDEMPOTENT)
            && !has_key(cx.document(), &operation)
        {
            let at = Label::key(operation.pointer().join(IDEMPOTENT));
            let message = format!(
                "`{}` is marked idempotent, but no required header or property carries a key",
                operation.label()
            );
            let help = "require a header such as `Idempotency-Key`, or remove the extension";
            out.push(cx.diagnostic(at, message).help(help));
        }
    }
}

fn has_key(document: &Document, operation: &Operation<'_>) -> bool {
    let mut parameters = operation.parameters().into_iter();
    let by_header = parameters.any(|parameter| {
        parameter.location() == "header" && parameter.is_required() && is_key(parameter.name())
    });
    let body = operation.request_body().filter(RequestBody::is_required);
    let media_types = body.map(|body| body.media_types()).unwrap_or_default();
    let by_property = |schema: &Node<'_>| {
        let mut parts = document.all_of(schema.clone());
        parts.any(|part| {
            let mut required = part.items_of("required");
            required.any(|name| name.value.as_str().is_some_and(is_key))
        })
    };
    let schemas = media_types.iter().map(|media_type| &media_type.schema);
    by_header
        || (!media_types.is_empty()
            && schemas
                .into_iter()
                .all(|schema| schema.as_ref().is_some_and(by_property)))
}

/// Whether a header or property of this name identifies a request.
fn is_key(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace(['-', '_', '.'], "");
    KEYS.iter().any(|key| name.contains(key))
}

/// Parts of names of headers and properties that identify a request.
const KEYS: [&str; 8] = [
    "idempoten",
    "requestid",
    "requestuuid",
    "requesttoken",
    "clienttoken",
    "clientreference",
    "deduplication",
    "nonce",
];
