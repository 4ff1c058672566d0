use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::vocabulary::{Kind, Style};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "style-not-allowed",
    category: Category::Operations,
    severity: Severity::Error,
    summary: "A `style` is not allowed at its location",
    documentation: r#"
## What it does

Reports a `style` that parameters of that `in`, headers or encodings cannot have: `matrix`, `label` and `simple` in a path, `form`,
`spaceDelimited`, `pipeDelimited` and `deepObject` in a query or encoding, `simple` in a header, `form` in a cookie.

## Why is this bad?

The specification does not define how such a value is written (OpenAPI 3.0.3, section 4.7.12.2), so that no client can send it.

## Example

```yaml,bad
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: X-Tags, in: header, description: Tags., style: form, schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```

## Use instead

```yaml,good
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      parameters:
        - {name: X-Tags, in: header, description: Tags., style: simple, schema: {type: string}}
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
```
"#,
    equivalents: &[
        Equivalent::spectral("oas3-schema"),
        Equivalent::redocly("struct"),
    ],
    check: Check::Document(check),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for object in cx.objects().iter().filter(|object| !object.is_reference()) {
        let (location, allowed) = match object.kind {
            Kind::Parameter => match object.node.str("in") {
                Some(place) => (
                    format!("a parameter in `{place}`"),
                    Style::allowed_in(place),
                ),
                None => continue,
            },
            Kind::Header => ("a header".to_owned(), Style::allowed_in("header")),
            Kind::Encoding => ("an encoding".to_owned(), Style::allowed_in("query")),
            _ => continue,
        };
        let Some(style) = object.node.get("style") else {
            continue;
        };
        // `value-invalid` reports what is not a style anywhere.
        let Some(text) = style.value.as_str().and_then(Style::parse) else {
            continue;
        };
        if allowed.is_empty() || allowed.contains(&text) {
            continue;
        }
        let message = format!("the style `{text}` is not allowed for {location}");
        let names = allowed.iter().map(|name| format!("`{name}`"));
        let names = names.collect::<Vec<_>>().join(", ");
        let diagnostic = cx.diagnostic(Label::value(style.pointer), message);
        out.push(diagnostic.help(format!("use {names}")));
    }
}
