use base64::{
    Engine,
    engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD},
};

/// A token that is shorter occurs by coincidence: to remove it would change data.
const MIN_LENGTH: usize = 8;

const REDACTED: &str = "[redacted]";

/// Replaces each secret of at least 8 characters, whether it is literal, percent-encoded, escaped
/// as in JSON or HTML, or base64.
pub(crate) fn redact(text: &str, secrets: &[&str]) -> String {
    let mut text = text.to_owned();
    for secret in secrets {
        if secret.chars().count() >= MIN_LENGTH {
            let forms = [
                (*secret).to_owned(),
                STANDARD_NO_PAD.encode(secret),
                URL_SAFE_NO_PAD.encode(secret),
            ];
            for form in forms {
                text = replace(&text, &form, |_, _| true);
            }
        }
    }
    text
}

/// Replaces a secret of any length where it is a word of its own.
pub(crate) fn redact_word(text: &str, secret: &str) -> String {
    replace(text, secret, |before, after| {
        let is_part = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    })
}

/// Replaces the occurrences of a secret, given what precedes and what follows them.
fn replace(text: &str, secret: &str, is_secret: impl Fn(&str, &str) -> bool) -> String {
    if secret.is_empty() {
        return text.to_owned();
    }
    let mut redacted = String::with_capacity(text.len());
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        match occurrence(&text[start..], secret) {
            Some(length) if is_secret(&text[..start], &text[start + length..]) => {
                redacted.push_str(REDACTED);
                start += length;
            }
            _ => {
                redacted.push(first);
                start += first.len_utf8();
            }
        }
    }
    redacted
}

/// The length of the secret at the start of a text, each of its characters in any encoding.
fn occurrence(text: &str, secret: &str) -> Option<usize> {
    // More than one encoding of the characters so far may match: `%25` is `%`, and also `%` before
    // `25`.
    let mut ends = vec![0];
    for char in secret.chars() {
        ends = ends
            .iter()
            .flat_map(|end| encodings(&text[*end..], char).map(move |length| end + length))
            .collect();
        ends.dedup();
        if ends.is_empty() {
            return None;
        }
    }
    ends.into_iter().max()
}

/// The lengths of the encodings of a character at the start of a text.
fn encodings(text: &str, char: char) -> impl Iterator<Item = usize> {
    let literal = text.starts_with(char).then(|| char.len_utf8());
    let space = (char == ' ' && text.starts_with('+')).then_some(1);
    let escaped = match text.as_bytes().first() {
        Some(b'%') => percent_encoded(text, char),
        Some(b'\\') => json_escaped(text, char),
        Some(b'&') => html_escaped(text, char),
        _ => None,
    };
    [literal, space, escaped].into_iter().flatten()
}

fn percent_encoded(text: &str, char: char) -> Option<usize> {
    let encoded: String = char
        .encode_utf8(&mut [0; 4])
        .bytes()
        .map(|byte| format!("%{byte:02x}"))
        .collect();
    prefix(text, &encoded)
}

fn json_escaped(text: &str, char: char) -> Option<usize> {
    let short = match char {
        '\u{8}' => 'b',
        '\u{c}' => 'f',
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        char => char,
    };
    if text[1..].starts_with(short) && (short != char || "\"\\/".contains(char)) {
        return Some(2);
    }
    let units = char.encode_utf16(&mut [0; 2]).to_vec();
    let encoded: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
    prefix(text, &encoded)
}

fn html_escaped(text: &str, char: char) -> Option<usize> {
    let named = match char {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&apos;",
        _ => "",
    };
    let (decimal, hex) = (
        format!("&#{};", u32::from(char)),
        format!("&#x{:x};", u32::from(char)),
    );
    [named, &decimal, &hex]
        .into_iter()
        .filter(|encoded| !encoded.is_empty())
        .find_map(|encoded| prefix(text, encoded))
}

/// The length of an encoding that the text starts with, in any case.
fn prefix(text: &str, encoded: &str) -> Option<usize> {
    let start = text.get(..encoded.len())?;
    start.eq_ignore_ascii_case(encoded).then_some(encoded.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_every_encoding() {
        let secret = "p%a ss/wörd\"<1>";
        for echo in [
            "p%a ss/wörd\"<1>",
            "p%25a+ss%2Fw%C3%B6rd%22%3C1%3E",
            "p%25a%20ss%2fw%c3%b6rd%22%3c1%3e",
            "p%a ss\\/w\\u00F6rd\\\"\\u003c1\\u003e",
            "p%a ss/wörd&quot;&lt;1&#62;",
            "cCVhIHNzL3fDtnJkIjwxPg",
        ] {
            let text = redact(&format!("<{echo}>"), &[secret]);
            assert_eq!(text.trim_end_matches('='), "<[redacted]>", "{echo}");
        }
    }

    #[test]
    fn keeps_secrets_shorter_than_eight_characters() {
        assert_eq!(redact("429TooManyRequests", &["any"]), "429TooManyRequests");
        assert_eq!(redact("a1b2c3d4", &["a1b2c3d", ""]), "a1b2c3d4");
        assert_eq!(redact("a1b2c3d4", &["a1b2c3d4"]), "[redacted]");
    }

    #[test]
    fn removes_short_secrets_as_words() {
        assert_eq!(redact_word("not any: many", "any"), "not [redacted]: many");
        assert_eq!(
            redact_word("client_secret=a%2Fb", "a/b"),
            "client_secret=[redacted]"
        );
    }

    #[test]
    fn keeps_text_without_secrets() {
        for text in ["", "%", "%2", "\\", "\\u12", "ä%", "&", "&#", "%ä"] {
            assert_eq!(redact(text, &["%\\u12345678"]), text);
        }
    }
}
