use chrono::NaiveDate;

use crate::lint::{Category, Context, Rule};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "date-invalid",
    category: Category::Lifecycle,
    severity: Severity::Error,
    summary: "`x-deprecated-on` or `x-sunset` is not a date",
    documentation: r#"
The dates of an operation's life are written as `YYYY-MM-DD` (RFC 3339, `full-date`), in quotes so that YAML takes them for text.
What cannot be read as a date cannot warn anybody.

```yaml,bad
paths:
  /pets:
    get:
      deprecated: true
      x-sunset: 31 January 2027
      responses: {}
```

```yaml,good
paths:
  /pets:
    get:
      deprecated: true
      x-sunset: '2027-01-31'
      responses: {}
```
"#,
    equivalents: &[],
    check,
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for operation in cx.document().operations() {
        for key in ["x-deprecated-on", "x-sunset"] {
            let Some(date) = operation.node().get(key) else {
                continue;
            };
            let parsed = date.value.as_str().map(|text| text.parse::<NaiveDate>());
            if !matches!(parsed, Some(Ok(_))) {
                out.push(
                    cx.finding(Label::value(date.pointer), format!("`{key}` is not a date"))
                        .help("write it as 'YYYY-MM-DD', in quotes"),
                );
            }
        }
    }
}
