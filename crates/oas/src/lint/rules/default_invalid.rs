use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::{Diagnostic, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "default-invalid",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A default is not valid by its own schema",
    documentation: r#"
A default stands for what is not sent, so it must be something that could be sent.

```yaml,bad
components:
  schemas:
    Size: {description: A size., type: string, enum: [small, large], default: medium}
```

```yaml,good
components:
  schemas:
    Size: {description: A size., type: string, enum: [small, large], default: small}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-valid-schema-example"),
        Equivalent::redocly("no-invalid-schema-examples"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for checked in cx
        .checked_examples()
        .iter()
        .filter(|checked| checked.example.is_default)
    {
        for violation in checked
            .violations
            .iter()
            .filter(|violation| !violation.is_unknown_variant())
        {
            let at = violation.label(&checked.example.value);
            let finding = cx.finding(at, format!("the default is invalid: {}", violation.message));
            out.push(finding.label(violation.schema_label(cx.document())));
        }
    }
}
