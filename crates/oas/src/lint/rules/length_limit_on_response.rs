use serde_json::Value;

use crate::lint::codegen::{called, decoded};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "length-limit-on-response",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A response limits the length or form of a string",
    documentation: r#"
## What it does

Reports `minLength`, `maxLength` and `pattern` on a string that a response uses, and arrays of a fixed length.

## Why is this bad?

progenitor generates a type that checks the limit when it decodes. If the service exceeds its own limit or lifts it, the response
cannot be decoded. A schema for the response alone need not repeat the limits of requests.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string, maxLength: 40}}}
```

## Use instead

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        4XX: {description: Rejected.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: 'Its name, of up to 40 characters.', type: string}}}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in decoded(cx.document()) {
        let has = |keyword: &str| schema.value.get(keyword).is_some();
        let is_typed_format = matches!(
            schema.str("format"),
            Some("date" | "date-time" | "uuid" | "ip" | "ipv4" | "ipv6")
        );
        let limits = match schema.str("type") {
            Some("string") if !has("enum") && !is_typed_format => {
                &["minLength", "maxLength", "pattern"][..]
            }
            Some("array")
                if has("minItems")
                    && schema.value.get("minItems") == schema.value.get("maxItems") =>
            {
                &["minItems"]
            }
            _ => continue,
        };
        // `minLength: 0` is not a limit.
        let limits = limits
            .iter()
            .filter(|limit| has(limit) && schema.value.get(**limit) != Some(&Value::from(0)));
        let limits = limits.copied().collect::<Vec<_>>();
        if let Some(first) = limits.first() {
            let message = format!(
                "a value of {} beyond its `{}` makes decoding fail",
                called(&schema.pointer),
                limits.join("` or `")
            );
            let help = "state it in the description, or use a separate schema for the response";
            out.push(
                cx.diagnostic(Label::key(schema.pointer.join(first)), message)
                    .help(help),
            );
        }
    }
}
