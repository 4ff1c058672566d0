//! Texts of a document in messages: shortened, and without control characters.

use std::borrow::Cow;
use std::fmt::Display;

/// Maximum length of a value in a message, in characters.
const MAX_VALUE: usize = 80;

/// A value in a message: whole if it is short, else its beginning.
pub(crate) fn excerpt(value: impl Display) -> String {
    shortened(&value.to_string(), MAX_VALUE).into_owned()
}

/// A string of at most `max` characters: whole, or its beginning and an ellipsis.
pub(crate) fn shortened(text: &str, max: usize) -> Cow<'_, str> {
    if text.char_indices().nth(max).is_none() {
        return text.into();
    }
    let beginning: String = text.chars().take(max - 1).collect();
    format!("{beginning}…").into()
}

/// A text with control characters replaced by spaces, so that it cannot break a layout or control a
/// terminal.
pub(crate) fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::{one_line, shortened};

    #[test]
    fn shortens_by_characters() {
        assert_eq!(shortened("äöü", 3), "äöü");
        assert_eq!(shortened("äöüß", 3), "äö…");
    }

    #[test]
    fn replaces_control_characters() {
        assert_eq!(one_line("a\n\u{1b}[1mb\u{85}"), "a  [1mb ");
    }
}
