use std::fmt::Write as _;

use serde_json::Value;

/// Writes a value as YAML, in block style; [`Document::parse`](crate::Document::parse) reads the
/// same value from it.
pub fn to_yaml(value: &Value) -> String {
    let mut out = String::new();
    match value {
        Value::Object(members) if !members.is_empty() => block(value, 0, &mut out),
        Value::Array(items) if !items.is_empty() => block(value, 0, &mut out),
        value => {
            out.push_str(&scalar(value));
            out.push('\n');
        }
    }
    out
}

/// Writes the lines of a container that is not empty, each with its indentation.
fn block(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Object(members) => {
            for (index, (key, member)) in members.iter().enumerate() {
                // The first line follows the dash of a list.
                if index > 0 || !out.ends_with("- ") {
                    pad(indent, out);
                }
                out.push_str(&text(key));
                out.push(':');
                after_key(member, indent, out);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 || !out.ends_with("- ") {
                    pad(indent, out);
                }
                out.push_str("- ");
                if is_block(item) {
                    block(item, indent + 2, out);
                } else {
                    leaf(item, indent, out);
                }
            }
        }
        _ => {}
    }
}

fn after_key(member: &Value, indent: usize, out: &mut String) {
    if is_block(member) {
        out.push('\n');
        block(member, indent + 2, out);
    } else {
        out.push(' ');
        leaf(member, indent, out);
    }
}

/// Writes a value that is not a container with members, and ends the line.
fn leaf(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::String(text) if is_literal(text) => {
            let (body, chomp) = match text.strip_suffix('\n') {
                Some(body) => (body, "|"),
                None => (text.as_str(), "|-"),
            };
            out.push_str(chomp);
            out.push('\n');
            for line in body.split('\n') {
                if !line.is_empty() {
                    pad(indent + 2, out);
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        value => {
            out.push_str(&scalar(value));
            out.push('\n');
        }
    }
}

fn is_block(value: &Value) -> bool {
    match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    }
}

/// Whether a text of several lines is the same as a literal block: no line begins or ends with what
/// YAML would drop.
fn is_literal(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let is_printable = |c: char| c == '\n' || !is_special(c);
    body.contains('\n')
        && !body.starts_with([' ', '\n', '\t'])
        && !body.ends_with('\n')
        && body.chars().all(is_printable)
        && body.split('\n').all(|line| line.trim_end() == line)
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(string) => text(string),
        Value::Object(_) => "{}".to_owned(),
        Value::Array(_) => "[]".to_owned(),
        other => other.to_string(),
    }
}

/// A text as a plain scalar where that is read as the same text, else in double quotes.
fn text(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_special(c) => {
                let _ = match u32::from(c) {
                    code if code > 0xffff => write!(out, "\\U{code:08X}"),
                    code => write!(out, "\\u{code:04X}"),
                };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a character must not be in a text as it is: control characters, line breaks of Unicode,
/// a byte order mark.
fn is_special(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Whether every reader of YAML 1.1 or 1.2 reads a plain scalar as the same text. Otherwise, it
/// is quoted.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '_' | '$'));
    let is_word = matches!(
        text.to_ascii_lowercase().as_str(),
        "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    begins
        && !is_word
        && text.len() <= 120
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(|c| is_special(c) || matches!(c, '\t'))
}

fn pad(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::to_yaml;
    use crate::Document;

    #[test]
    fn written_yaml_parses_to_the_same_value() {
        let values = [
            json!({}),
            json!([]),
            json!("x"),
            json!({"a": {}, "b": [], "c": [[1, [2]], [], {"d": [{"e": null, "f": {"g": 1}}]}]}),
            json!({"texts": [
                "", " ", "a", "a b", "a: b", "a #b", "# a", "- a", "-", "?", "[a]", "{a}", "*a", "&a", "!a", "|", ">", "%a", "@a",
                "`a`", "'a'", "\"a\"", "null", "~", "True", "no", "1", "1.5", "0x1f", "1e3", ".inf", "2020-01-01", "a:", ":a",
                "a\nb", "a\nb\n", "a\n\nb\n", "a\n b\n", " a\nb", "\na", "a\n\n", "a \nb", "a\tb\nc", "a\r\nb", "é 😀 \u{2028}\u{feff}",
                "\u{0}\u{7f}\u{85}\u{9f}", "\\", "\\n", "a\\", "\"", "---", "--- a\nb", "...", "a\n---\nb", "<<", "=", "$ref", "x\u{a0}", "a\n\u{a0}\nb",
                "x".repeat(200),
            ]}),
            json!({"": 1, " ": 2, "a: b": 3, "1": 4, "null": 5, "a\nb": 6, "#/a": 7, "é": {"x": "a\nb\n"}, "/a/{b}": 1, "$ref": "#/a", "k".repeat(300): 1}),
            json!([["a\nb", "c"], [{"a": "x\ny"}], true, -1, 1.5, 18_446_744_073_709_551_615_u64]),
        ];
        for value in values {
            let text = to_yaml(&value);
            let read = Document::parse("x.yaml", text.clone());
            let read = read.unwrap_or_else(|error| panic!("{error}:\n{text}"));
            assert_eq!(*read.root(), value, "{text}");
        }
    }
}
