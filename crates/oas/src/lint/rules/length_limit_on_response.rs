use serde_json::Value;

use crate::lint::codegen::{called, decoded};
use crate::lint::{Category, Check, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "length-limit-on-response",
    category: Category::Codegen,
    severity: Severity::Warning,
    summary: "A response limits the length or the form of a text",
    documentation: r#"
A text with `minLength`, `maxLength` or `pattern` becomes a type that checks them, also when it reads what a service answers; a list of as
many `minItems` as `maxItems` becomes an array of that length. A service that bends its own limit, or lifts it, then loses the whole
response. A schema of its own for the response need not repeat what requests must keep to.

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
        4XX: {description: Refused.}
components:
  schemas:
    Pet: {description: A pet., type: object, properties: {name: {description: Its name., type: string, maxLength: 40}}}
```

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
        4XX: {description: Refused.}
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
        // A text of 0 characters or more is any.
        let limits = limits
            .iter()
            .filter(|limit| has(limit) && schema.value.get(**limit) != Some(&Value::from(0)));
        let limits = limits.copied().collect::<Vec<_>>();
        if let Some(first) = limits.first() {
            let message = format!(
                "a value of {} beyond its `{}` loses the whole response",
                called(&schema.pointer),
                limits.join("` or `")
            );
            let help = "say it in the description, or give the response a schema of its own";
            out.push(
                cx.finding(Label::key(schema.pointer.join(first)), message)
                    .help(help),
            );
        }
    }
}
