use std::error::Error;

/// Sanitizes text for one line of a terminal: no line breaks, escape sequences or bidirectional
/// formatting characters (Unicode, UAX #9).
pub(crate) fn printable(text: &str) -> String {
    oas::one_line(text.trim())
}

/// An error and its causes, without repetitions, on one line.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let cause_text = error.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        cause = error.source();
    }
    // The advice names the flag instead.
    printable(&text.replace(MIGRATION, ""))
}

/// End of a message of the client, which names a Rust method.
const MIGRATION: &str = "; select its successor with `.api_version(ApiVersion::V2026_01_01)`";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_escape_sequences() {
        assert_eq!(printable(" a\nb\u{1b}[31m\u{202e}c "), "a b [31m c");
    }
}
