use serde_json::Value;

use crate::lint::{Category, Check, Context, Equivalent, Rule};
use crate::suggest::closest;
use crate::vocabulary::{Kind, Shape};
use crate::{Diagnostic, Label, Severity};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "value-invalid",
    category: Category::Structure,
    severity: Severity::Error,
    summary: "A value has the wrong type, or is not one of the allowed words",
    documentation: r#"
## What it does

Reports a value of a keyword that is not of the type or one of the words that OpenAPI 3.0 allows.

## Why is this bad?

Some tools ignore it, some misread it. In YAML, a version such as `1.0` is a number unless it is in quotes.

## Example

```yaml,bad
info: {title: T, version: 1.0, description: D}
components:
  schemas:
    Name:
      description: A name.
      type: strin
      minLength: '3'
    Names:
      description: Names.
      type: [array, 'null']
      items: {type: string}
```

## Use instead

```yaml,good
info: {title: T, version: '1.0', description: D}
components:
  schemas:
    Name:
      description: A name.
      type: string
      minLength: 3
    Names:
      description: Names.
      type: array
      nullable: true
      items: {type: string}
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
        for (key, value) in object.node.value.as_object().into_iter().flatten() {
            if key == "multipleOf" && object.kind == Kind::Schema && is_not_positive(value) {
                let at = Label::value(object.node.pointer.join(key));
                let message = format!("`multipleOf`: expected a number above 0, found {value}");
                out.push(cx.diagnostic(at, message));
            }
            let shape = match object.kind.shape(key) {
                None if key == "$ref" && object.kind.can_be_reference() => Some(Shape::Text),
                shape => shape,
            };
            let Some(shape) = shape.filter(|shape| !shape.accepts(value)) else {
                continue;
            };
            let diagnostic = cx.diagnostic(
                Label::value(object.node.pointer.join(key)),
                format!(
                    "`{key}`: expected {}, found {}",
                    expected(shape),
                    given(value)
                ),
            );
            out.push(match advice(key, shape, value) {
                Some(advice) => diagnostic.help(advice),
                None => diagnostic,
            });
        }
    }
}

fn is_not_positive(value: &Value) -> bool {
    value.as_f64().is_some_and(|number| number <= 0.0)
}

fn expected(shape: Shape) -> String {
    match shape {
        Shape::Any => "anything".to_owned(),
        Shape::Text | Shape::Uri | Shape::Email => "a string".to_owned(),
        Shape::Word(words) => format!("one of {}", words.join(", ")),
        Shape::Flag => "true or false".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Count => "a whole number from 0".to_owned(),
        Shape::Texts => "an array of strings".to_owned(),
        Shape::Anys => "an array".to_owned(),
        Shape::TextMap => "an object of strings".to_owned(),
        Shape::One(kind) => kind.with_article().to_owned(),
        Shape::Many(_) => "an array of objects".to_owned(),
        Shape::Map(_) => "an object of objects".to_owned(),
        Shape::SchemaOrFlag => "a schema, true or false".to_owned(),
    }
}

fn given(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("number {number}"),
        Value::String(text) => format!("string `{text}`"),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn advice(key: &str, shape: Shape, value: &Value) -> Option<String> {
    match (shape, value) {
        (shape, Value::Number(number)) if shape.is_text() => Some(format!("put it in quotes: `'{number}'`")),
        (Shape::Word(_), Value::String(text)) if key == "type" && text == "null" => {
            Some("OpenAPI 3.0 has no such type: write `nullable: true` beside the type of the other values".to_owned())
        }
        (Shape::Word(words), Value::String(text)) => {
            let word = closest(text, words.iter().copied())?;
            Some(format!("did you mean `{word}`?"))
        }
        (Shape::Word(_), Value::Array(_)) if key == "type" => {
            Some("OpenAPI 3.0 has one type, and `nullable: true` for null".to_owned())
        }
        (Shape::Flag, Value::Number(_)) if key.starts_with("exclusive") => {
            Some("in OpenAPI 3.0 it is a flag beside `minimum` or `maximum`".to_owned())
        }
        (Shape::Number | Shape::Count, Value::String(text)) if text.parse::<f64>().is_ok() => {
            Some("delete the quotes".to_owned())
        }
        _ => None,
    }
}
