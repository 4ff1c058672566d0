use serde_json::Value;

use crate::{Parameter, Style};

/// The value of a path, header or cookie parameter as it is sent, by the parameter's `style` and
/// `explode` ([OpenAPI 3.0.3, style values](https://spec.openapis.org/oas/v3.0.3.html#style-values)). Those of the path are percent-encoded.
pub(super) fn single(parameter: &Parameter<'_>, value: &Value) -> String {
    let encode = |text: &str| {
        if parameter.location() == "path" {
            percent_encoded(text)
        } else {
            text.to_owned()
        }
    };
    let name = encode(parameter.name());
    let (style, explode) = parameter.style();
    let (prefix, separator) = match style {
        Style::Label => (".".to_owned(), if explode { "." } else { "," }),
        Style::Matrix if explode => (String::new(), ""),
        Style::Matrix => (format!(";{name}="), ","),
        _ => (String::new(), ","),
    };
    let exploded = style == Style::Matrix && explode;
    let parts = match value {
        Value::Object(members) if explode => {
            let semicolon = if exploded { ";" } else { "" };
            let pair = |(key, value): (&String, &Value)| {
                format!("{semicolon}{}={}", encode(key), encode(&scalar(value)))
            };
            members.iter().map(pair).collect::<Vec<_>>()
        }
        Value::Object(members) => members
            .iter()
            .flat_map(|(key, value)| [encode(key), encode(&scalar(value))])
            .collect(),
        other => {
            let name = if exploded {
                format!(";{name}=")
            } else {
                String::new()
            };
            items(other)
                .iter()
                .map(|item| format!("{name}{}", encode(&scalar(item))))
                .collect()
        }
    };
    format!("{prefix}{}", parts.join(separator))
}

/// A query parameter as the pairs that are sent, percent-encoded.
pub(super) fn query(parameter: &Parameter<'_>, value: &Value) -> Vec<String> {
    let name = percent_encoded(parameter.name());
    let (style, explode) = parameter.style();
    let pair = |name: &str, value: &Value| format!("{name}={}", percent_encoded(&scalar(value)));
    let separator = match style {
        Style::SpaceDelimited => "%20",
        Style::PipeDelimited => "%7C",
        _ => ",",
    };
    match value {
        Value::Object(members) if style == Style::DeepObject => {
            let key = |key: &String| format!("{name}%5B{}%5D", percent_encoded(key));
            members
                .iter()
                .map(|(member, value)| pair(&key(member), value))
                .collect()
        }
        Value::Object(members) if explode => members
            .iter()
            .map(|(member, value)| pair(&percent_encoded(member), value))
            .collect(),
        Value::Object(members) => {
            let parts = members
                .iter()
                .flat_map(|(key, value)| [percent_encoded(key), percent_encoded(&scalar(value))]);
            vec![format!(
                "{name}={}",
                parts.collect::<Vec<_>>().join(separator)
            )]
        }
        other if explode => items(other).iter().map(|item| pair(&name, item)).collect(),
        other => {
            let parts = items(other)
                .iter()
                .map(|item| percent_encoded(&scalar(item)))
                .collect::<Vec<_>>();
            vec![format!("{name}={}", parts.join(separator))]
        }
    }
}

/// The fields of a form. An array is a field for each of its items.
pub(super) fn fields(value: &Value) -> Vec<(String, String)> {
    let members = value.as_object().into_iter().flatten();
    let fields = members
        .flat_map(|(name, value)| items(value).iter().map(|item| (name.clone(), scalar(item))));
    fields.collect()
}

fn items(value: &Value) -> &[Value] {
    value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn scalar(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Everything but the unreserved characters of RFC 3986 §2.3 as `%` and two digits.
pub(super) fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
