use saphyr_parser::{ScalarStyle, Tag};
use serde_json::{Number, Value};

/// Resolution of a scalar to a value: YAML 1.2's core schema, or its tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// A plain scalar without a tag: null, boolean, number or string, by its text.
    Core,
    /// Quoted, a block, or tagged as a string.
    Text,
}

impl Resolution {
    pub(crate) fn of(style: ScalarStyle, tag: Option<&Tag>) -> Self {
        match tag {
            Some(tag)
                if tag.is_yaml_core_schema()
                    && matches!(&*tag.suffix, "null" | "bool" | "int" | "float") =>
            {
                Self::Core
            }
            // Other tagged scalars are strings: JSON has no other types.
            Some(_) => Self::Text,
            None if style == ScalarStyle::Plain => Self::Core,
            None => Self::Text,
        }
    }

    pub(crate) fn value(self, text: &str) -> Value {
        match self {
            Self::Text => Value::String(text.to_owned()),
            Self::Core => core(text),
        }
    }
}

/// YAML 1.2 §10.3.2. Values that JSON does not have (`.inf`, `.nan`) are strings.
fn core(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let radix = |digits: &str, radix| {
        u64::from_str_radix(digits, radix)
            .ok()
            .filter(|_| !digits.starts_with('+'))
    };
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8).map(Number::from);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16).map(Number::from);
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    // Rust reads more than YAML does: `inf`, `nan`, a lone `.`.
    let numeric = unsigned
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    if !numeric || !unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    if unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        let positive = text.strip_prefix('+').unwrap_or(text);
        if let Ok(integer) = positive.parse::<u64>() {
            return Some(integer.into());
        }
        if let Ok(integer) = positive.parse::<i64>() {
            return Some(integer.into());
        }
    }
    // Out of range is a number all the same: JSON has no limit, and only this representation has.
    let number: f64 = text.parse().ok()?;
    Number::from_f64(number.clamp(f64::MIN, f64::MAX))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::core;

    #[test]
    fn plain_scalars_follow_the_core_schema() {
        for (text, value) in [
            ("", Value::Null),
            ("~", Value::Null),
            ("True", json!(true)),
            ("no", json!("no")),
            ("12", json!(12)),
            ("+12", json!(12)),
            ("-3", json!(-3)),
            ("007", json!(7)),
            ("0o17", json!(15)),
            ("0xfF", json!(255)),
            ("0x+1", json!("0x+1")),
            ("18446744073709551615", json!(u64::MAX)),
            ("18446744073709551616", json!(18446744073709551616.0)),
            (".5", json!(0.5)),
            ("1.", json!(1.0)),
            ("-1e3", json!(-1000.0)),
            ("1e999", json!(f64::MAX)),
            ("-1e999", json!(f64::MIN)),
            (&"9".repeat(400), json!(f64::MAX)),
            (".", json!(".")),
            (".inf", json!(".inf")),
            ("nan", json!("nan")),
            ("infinity", json!("infinity")),
            ("1.2.3", json!("1.2.3")),
            ("2023-06-11", json!("2023-06-11")),
            ("e5", json!("e5")),
            ("--1", json!("--1")),
        ] {
            assert_eq!(core(text), value, "{text}");
        }
    }
}
