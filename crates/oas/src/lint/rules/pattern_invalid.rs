use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "pattern-invalid",
    category: Category::Schemas,
    severity: Severity::Error,
    summary: "A `pattern` is not a regular expression",
    documentation: r#"
Patterns are regular expressions of ECMA 262, the language of JavaScript. One that cannot be read checks nothing, or stops the
tool that reads it.

```yaml,bad
components:
  schemas:
    Code: {description: A code., type: string, pattern: '^[A-Z{3}$'}
```

```yaml,good
components:
  schemas:
    Code: {description: A code., type: string, pattern: '^[A-Z]{3}$'}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let Some(pattern) = schema.node.get("pattern") else {
            continue;
        };
        let Some(text) = pattern.value.as_str() else {
            continue;
        };
        if let Err(error) = regress::Regex::new(text) {
            let message = format!("the pattern is not a regular expression: {}", error.text);
            out.push(cx.finding(Label::value(pattern.pointer), message));
        }
    }
}
