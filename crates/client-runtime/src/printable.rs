use crate::redact::redact;

/// Sanitizes text from the network for an error: one line of limited length, without control
/// characters and without secrets, which a service or a proxy may echo.
pub(crate) fn printable(text: &str, secrets: &[&str]) -> String {
    let text = redact(text, secrets);
    let mut line: String = text
        .trim()
        .chars()
        .map(|char| if is_plain(char) { char } else { ' ' })
        .take(MAX_LENGTH + 1)
        .collect();
    if line.chars().count() > MAX_LENGTH {
        line = line.chars().take(MAX_LENGTH - 1).collect();
        line.push('…');
    }
    line
}

const MAX_LENGTH: usize = 500;

/// Whether a character is neither a control character nor a bidirectional formatting character
/// (Unicode, UAX #9): the characters that `oas::one_line` keeps.
fn is_plain(char: char) -> bool {
    !char.is_control()
        && !matches!(char, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_control_characters_and_limits_the_length() {
        let wild = "  first\nsecond\u{1b}[31mred\u{202e}back  ";
        assert_eq!(printable(wild, &[]), "first second [31mred back");
        assert_eq!(
            printable(&"ä".repeat(9_000), &[]).chars().count(),
            MAX_LENGTH
        );
    }

    #[test]
    fn removes_secrets() {
        let echo = printable("no such token: s3cr3t-token!", &["s3cr3t-token", ""]);
        assert_eq!(echo, "no such token: [redacted]!");
    }
}
