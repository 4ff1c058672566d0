use std::fmt::Display;

use crate::json::Json;

/// Maximum length of a value in a message.
const MAX_LENGTH: usize = 60;

/// Returns a value for a message: whole if it is short, else its beginning.
pub(super) fn excerpt(value: &Json<'_>) -> String {
    short(value)
}

/// Returns a text for a message: whole if it is short, else its beginning.
pub(super) fn short(value: impl Display) -> String {
    let text = value.to_string();
    if text.chars().count() <= MAX_LENGTH {
        return text;
    }
    let beginning: String = text.chars().take(MAX_LENGTH - 1).collect();
    format!("{beginning}…")
}
