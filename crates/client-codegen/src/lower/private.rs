//! Suffixes that make names distinct for the generator. They are enclosed in private characters,
//! become part of the names of fields and setters, and are stripped from the strings of the
//! generated source.

use serde_json::Value;

use crate::document::child;

/// The characters around a suffix. A document that contains one of them is rejected.
const PRIVATE: [char; 2] = ['\u{E000}', '\u{E001}'];

/// The name with a suffix.
pub(super) fn suffixed(name: &str, suffix: &str) -> String {
    format!("{name}{}{suffix}{}", PRIVATE[0], PRIVATE[1])
}

/// The pointer of a string or key that contains such a character.
pub(crate) fn find(value: &Value, pointer: &str) -> Option<String> {
    match value {
        Value::String(text) => text.contains(PRIVATE).then(|| pointer.to_owned()),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, value)| find(value, &child(pointer, &index.to_string()))),
        Value::Object(object) => {
            object
                .iter()
                .find_map(|(key, value)| match key.contains(PRIVATE) {
                    true => Some(pointer.to_owned()),
                    false => find(value, &child(pointer, key)),
                })
        }
        _ => None,
    }
}

/// The text without suffixes; nothing if it has none.
pub(crate) fn strip(text: &str) -> Option<String> {
    let mut stripped = String::new();
    let mut rest = text;
    while let Some((before, suffixed)) = rest.split_once(PRIVATE[0]) {
        let (_, after) = suffixed.split_once(PRIVATE[1])?;
        stripped.push_str(before);
        rest = after;
    }
    (rest.len() != text.len()).then(|| stripped + rest)
}
