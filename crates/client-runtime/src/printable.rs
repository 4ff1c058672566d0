use crate::redact::redact;

/// Text from the network as it may appear in an error: one line, without control characters, of limited length, and
/// without secrets, which a service or a proxy may echo.
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

/// Neither a control character nor one that turns the direction of the text around it (Unicode, UAX #9).
fn is_plain(char: char) -> bool {
    !char.is_control()
        && !matches!(char, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_tame_line() {
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
