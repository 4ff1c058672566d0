//! URI references (RFC 3986, section 4.1).

/// Returns the reason why a string is not a URI reference; `None` if it is one, absolute or
/// relative.
pub(super) fn defect(text: &str) -> Option<String> {
    if let Some(other) = text.chars().find(|other| !is_allowed(*other)) {
        return Some(match other {
            ' ' => "a space must be percent-encoded: `%20`".to_owned(),
            other if other.is_ascii() => {
                format!("`{}` must be percent-encoded", other.escape_default())
            }
            other => format!("`{other}` is not ASCII, and must be percent-encoded"),
        });
    }
    let mut escapes = text.split('%').skip(1).map(str::as_bytes);
    if !escapes.all(|rest| rest.len() >= 2 && rest[..2].iter().all(u8::is_ascii_hexdigit)) {
        return Some("`%` must be followed by two hexadecimal digits".to_owned());
    }
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    if fragment.contains('#') {
        return Some("`#` occurs twice".to_owned());
    }
    let (hierarchy, query) = text.split_once('?').unwrap_or((text, ""));
    let first = hierarchy.split('/').next().unwrap_or_default();
    let after = match first.split_once(':') {
        Some((scheme, _)) if is_scheme(scheme) => &hierarchy[scheme.len() + 1..],
        Some((scheme, _)) => return Some(format!("`{scheme}` is not a scheme")),
        None => hierarchy,
    };
    let (authority, path) = match after.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", after),
    };
    let bracket = [path, query, fragment].join("").find(['[', ']']);
    if bracket.is_some() {
        return Some("`[` and `]` must be percent-encoded".to_owned());
    }
    let host = authority.rsplit('@').next().unwrap_or_default();
    let (host, port) = match host.rfind(']') {
        Some(end) if host.starts_with('[') => host.split_at(end + 1),
        _ => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let is_literal = host.starts_with('[') && host.ends_with(']');
    let port = port.strip_prefix(':').unwrap_or(port);
    if !is_literal && host.contains(['[', ']']) {
        return Some(format!("`{host}` is not a host"));
    }
    (!port.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("`{port}` is not a port"))
}

fn is_scheme(text: &str) -> bool {
    let rest = |other: char| other.is_ascii_alphanumeric() || matches!(other, '+' | '-' | '.');
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.chars().all(rest)
}

/// Unreserved and reserved characters, and `%`.
fn is_allowed(other: char) -> bool {
    other.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(other)
}

#[cfg(test)]
mod tests {
    use super::defect;

    #[test]
    fn references_are_absolute_or_relative() {
        for text in [
            "",
            "#",
            "#/a/b",
            "?a=b",
            "a",
            "../a?b#c",
            "/a:b",
            "./a:b",
            "https://example.com",
            "https://user@example.com:8080/a%20b?c=d/e?f#g",
            "https://[2001:db8::1]:80/",
            "//example.com/a",
            "urn:a:b",
            "mailto:a@example.com",
            "http://example.com:/",
        ] {
            assert_eq!(defect(text), None, "{text}");
        }
    }

    #[test]
    fn a_reference_has_only_characters_that_a_uri_may_have() {
        for text in [
            "not a url",
            "https://example.com/{id}",
            "https://example.com/ü",
            "https://example.com/%2",
            "https://example.com/%zz",
            "a#b#c",
            "1a:b",
            ":a",
            "https://example.com/[a]",
            "https://exa[mple.com/",
            "https://example.com:port/",
            "<https://example.com>",
            "a\\b",
            "a\nb",
        ] {
            assert!(defect(text).is_some(), "{text}");
        }
    }
}
