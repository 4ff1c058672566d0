use crate::lint::{Category, Check, Context, Rule};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "format-unknown",
    category: Category::Schemas,
    severity: Severity::Warning,
    summary: "A `format` that is unknown, or of another type",
    documentation: r#"
A format that nobody knows is checked by nobody, and becomes a plain text or number in generated code. The known ones are those
of OpenAPI 3.0.3 and of the OpenAPI registry of formats.

```yaml,bad
components:
  schemas:
    Time: {description: A time., type: string, format: datetime}
    Count: {description: A count., type: string, format: int32}
```

```yaml,good
components:
  schemas:
    Time: {description: A time., type: string, format: date-time}
    Count: {description: A count., type: integer, format: int32}
```
"#,
    equivalents: &[],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for schema in cx.objects_of(Kind::Schema) {
        let Some(format) = schema.node.get("format") else {
            continue;
        };
        let Some(name) = format.value.as_str() else {
            continue;
        };
        let at = Label::value(format.pointer);
        let kind = schema.node.str("type");
        if NUMBERS.contains(&name) || TEXTS.contains(&name) {
            let fits = match kind {
                Some("string") => TEXTS.contains(&name) || name == "decimal",
                Some("integer" | "number") => NUMBERS.contains(&name),
                _ => true,
            };
            if !fits {
                let message = format!(
                    "`{name}` is not a format of the type `{}`",
                    kind.unwrap_or_default()
                );
                out.push(
                    cx.finding(at, message)
                        .label(Label::value(schema.node.pointer.join("type"))),
                );
            }
            continue;
        }
        let finding = cx.finding(at, format!("the format `{name}` is not known"));
        out.push(
            match crate::suggest::closest(name, TEXTS.iter().chain(NUMBERS).copied()) {
                Some(name) => finding.help(format!("did you mean `{name}`?")),
                None => finding,
            },
        );
    }
}

const NUMBERS: &[&str] = &[
    "decimal",
    "decimal128",
    "double",
    "double-int",
    "float",
    "int16",
    "int32",
    "int64",
    "int8",
    "sf-decimal",
    "sf-integer",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "unixtime",
];

const TEXTS: &[&str] = &[
    "base64url",
    "binary",
    "byte",
    "char",
    "commonmark",
    "date",
    "date-time",
    "date-time-local",
    "duration",
    "email",
    "hostname",
    "html",
    "http-date",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "media-range",
    "password",
    "regex",
    "relative-json-pointer",
    "sf-binary",
    "sf-boolean",
    "sf-string",
    "sf-token",
    "time",
    "time-local",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];
