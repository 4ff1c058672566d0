//! Texts of a document in messages: shortened, and without control characters.

use std::borrow::Cow;
use std::fmt::Display;

/// Maximum length of a value in a message, in characters.
const MAX_VALUE: usize = 80;

/// A value in a message: whole if it is short, else its beginning.
pub(crate) fn excerpt(value: impl Display) -> String {
    shortened(&value.to_string(), MAX_VALUE).into_owned()
}

/// Returns a string of at most `max` characters: whole, or its beginning and an ellipsis.
pub fn shortened(text: &str, max: usize) -> Cow<'_, str> {
    if text.char_indices().nth(max).is_none() {
        return text.into();
    }
    let beginning: String = text.chars().take(max - 1).collect();
    format!("{beginning}…").into()
}

/// Replaces control characters and bidirectional formatting characters (Unicode, UAX #9) by spaces,
/// so that a text cannot break a layout or control a terminal.
///
/// client-runtime, which does not depend on this crate, has a copy of the set.
pub fn one_line(text: &str) -> String {
    let is_replaced = |c: char| {
        let is_bidirectional = matches!(c, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        is_bidirectional || c.is_control()
    };
    text.replace(is_replaced, " ")
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
        assert_eq!(one_line("a\n\u{1b}[1mb\u{85}\u{202e}c"), "a  [1mb  c");
    }
}
