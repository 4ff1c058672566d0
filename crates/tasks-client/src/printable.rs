/// Text from the network as it may stand in an error: one line, without control characters, not longer than a paragraph,
/// and without the secrets, which a service or a proxy may well send back.
pub(crate) fn printable(text: &str, secrets: &[&str]) -> String {
    let mut text = text.to_owned();
    for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
        text = text.replace(secret, "[redacted]");
    }
    let mut line: String = text
        .trim()
        .chars()
        .map(|char| if is_plain(char) { char } else { ' ' })
        .take(MOST + 1)
        .collect();
    if line.chars().count() > MOST {
        line = line.chars().take(MOST - 1).collect();
        line.push('…');
    }
    line
}

const MOST: usize = 500;

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
        assert_eq!(printable(&"ä".repeat(9_000), &[]).chars().count(), MOST);
    }

    #[test]
    fn secrets_are_cut_out() {
        let echo = printable("no such token: s3cret!", &["s3cret", ""]);
        assert_eq!(echo, "no such token: [redacted]!");
    }
}
