use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::{FORMATS, Kind, format};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "format-unknown",
    category: Category::Schemas,
    severity: Severity::Info,
    summary: "A `format` is probably misspelled",
    documentation: r#"
## What it does

Reports a `format` that is probably a misspelling of a known one, those of OpenAPI 3.0.3 and of the OpenAPI registry of formats. Other
unknown formats are not reported: the set is open.

## Why is this bad?

Tools ignore a format that they do not know: the value is not checked, and becomes a plain string or number in generated code.

## Example

```yaml,bad
components:
  schemas:
    Time: {description: A time., type: string, format: datetime}
```

## Use instead

```yaml,good
components:
  schemas:
    Time: {description: A time., type: string, format: date-time}
    Number: {description: An ISBN., type: string, format: isbn}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let Some(written) = schema.node.get("format") else {
            continue;
        };
        let Some(name) = written.value.as_str() else {
            continue;
        };
        if let Some(known) = misspelled(name) {
            let message = format!("the format `{name}` is probably a misspelling of `{known}`");
            let diagnostic = cx.diagnostic(Label::value(written.pointer), message);
            out.push(diagnostic.help(format!("write `{known}`")));
        }
    }
}

/// The known format that an unknown one was probably meant to be: equal except for case and
/// separators, or one edit away.
fn misspelled(name: &str) -> Option<&'static str> {
    if format(name).is_some() {
        return None;
    }
    let plain = |name: &str| name.to_ascii_lowercase().replace(['-', '_', ' '], "");
    let same = FORMATS
        .iter()
        .find(|known| plain(known.name) == plain(name));
    // In a short name, one other letter makes another word.
    let near = || {
        let mut known = FORMATS.iter().filter(|known| known.name.len() > 4);
        known.find(|known| strsim::osa_distance(known.name, name) == 1)
    };
    same.or_else(near).map(|known| known.name)
}

#[cfg(test)]
mod tests {
    use super::misspelled;

    #[test]
    fn only_names_close_to_a_known_one_are_misspelled() {
        for (name, known) in [
            ("datetime", "date-time"),
            ("Date-Time", "date-time"),
            ("date_time", "date-time"),
            ("UUID", "uuid"),
            ("int-32", "int32"),
            ("emial", "email"),
            ("hostnam", "hostname"),
        ] {
            assert_eq!(misspelled(name), Some(known), "{name}");
        }
        for name in [
            "date-time",
            "rfc-2822",
            "phone-number",
            "url",
            "dates",
            "int",
            "isbn",
            "uri-map",
            "currency",
        ] {
            assert_eq!(misspelled(name), None, "{name}");
        }
    }
}
