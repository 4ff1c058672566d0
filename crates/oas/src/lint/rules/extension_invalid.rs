use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::extension::{EXTENSIONS, Extension, ExtensionValue};
use crate::{Diagnostic, Direction, Document, Json, Label, Node, Severity, Validators};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "extension-invalid",
    category: Category::Structure,
    severity: Severity::Warning,
    summary: "A known extension is misplaced or has a wrong value",
    documentation: r#"
## What it does

Reports an extension that the tools of this workspace read, where it is on an object that does not have it, or its value is of the wrong
form: `x-idempotent` (a flag) and `x-successor` (an `operationId`) on an operation, `x-pinned-value` (a value that the schema accepts)
on a header or query parameter, `x-sensitive` (a flag) and `x-extensible-enum` (a list) on a schema, `x-max-body-bytes` (a whole number
from 1) on a request body. The dates `x-deprecated-on` and `x-sunset` are the subject of [date-invalid](#date-invalid).

## Why is this bad?

The tools ignore it: a limit does not hold, a secret is logged.

## Example

```yaml,bad
paths:
  /pets:
    post:
      operationId: createPet
      summary: Create a pet
      description: Creates a pet.
      x-idempotent: 'yes'
      x-max-body-bytes: 1000
      parameters:
        - {name: X-Version, in: header, description: The version., schema: {type: string, enum: ['2']}, x-pinned-value: '1'}
      responses:
        '204': {description: Created.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets:
    put:
      operationId: putPet
      summary: Put a pet
      description: Puts a pet.
      x-idempotent: true
      parameters:
        - {name: X-Version, in: header, description: The version., schema: {type: string, enum: ['2']}, x-pinned-value: '2'}
      requestBody:
        x-max-body-bytes: 1000
        content:
          application/json:
            schema:
              type: object
              properties: {pin: {description: Its PIN., type: string, x-sensitive: true}}
      responses:
        '204': {description: Created.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let extended = cx.objects().iter();
    for object in extended.filter(|object| object.kind.has_extensions() && !object.is_reference()) {
        for extension in EXTENSIONS {
            // `allow-reason-missing` reports it.
            if extension.value == ExtensionValue::Allows {
                continue;
            }
            let Some(value) = object.node.get(extension.name) else {
                continue;
            };
            let name = extension.name;
            if let Some(kind) = extension.kind.filter(|kind| *kind != object.kind) {
                let (article, own) = (kind.with_article(), object.kind.with_article());
                let message = format!("`{name}` is for {article}, not for {own}");
                out.push(cx.diagnostic(Label::key(value.pointer), message));
            } else if let Some(defect) = defect(cx.document(), &object.node, extension, &value) {
                out.push(cx.diagnostic(Label::value(value.pointer), format!("`{name}`{defect}")));
            }
        }
    }
}

/// Returns the defect of the value of an extension.
fn defect(
    document: &Document,
    object: &Node<'_>,
    extension: &Extension,
    value: &Node<'_>,
) -> Option<String> {
    let expected = match extension.value {
        ExtensionValue::Flag if !value.value.is_boolean() => "true or false",
        ExtensionValue::Count if value.value.as_u64().is_none_or(|count| count == 0) => {
            "a whole number from 1"
        }
        ExtensionValue::OperationId if !value.value.is_string() => "an `operationId`",
        ExtensionValue::List if !value.value.is_array() => "an array",
        ExtensionValue::ParameterValue => return pinned(document, object, value),
        _ => return None,
    };
    Some(format!(
        ": expected {expected}, found {}",
        Json::from(value.value)
    ))
}

fn pinned(document: &Document, parameter: &Node<'_>, value: &Node<'_>) -> Option<String> {
    if !matches!(parameter.str("in"), Some("header" | "query")) {
        return Some(" is for a parameter in `header` or `query`".to_owned());
    }
    if !(value.value.is_string() || value.value.is_number() || value.value.is_boolean()) {
        return Some(format!(
            ": expected a string, number or boolean, found {}",
            Json::from(value.value)
        ));
    }
    let schema = parameter.get("schema")?;
    let validator = Validators::new(document)
        .compile(&schema.pointer, Direction::Request)
        .ok()?;
    let violation = validator
        .violations(&value.value.into())
        .into_iter()
        .next()?;
    Some(format!(
        " is not a value of the parameter: {}",
        violation.message
    ))
}
