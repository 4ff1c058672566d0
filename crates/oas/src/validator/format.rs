use super::compiled::Options;

/// Adds the formats of OpenAPI 3.0 that JSON Schema does not know.
pub(crate) fn with_formats(options: Options<'_>) -> Options<'_> {
    options
        .should_validate_formats(true)
        .should_ignore_unknown_formats(true)
        .with_format("byte", is_base64)
}

/// RFC 4648 §4: the standard alphabet, in groups of four, padded.
fn is_base64(text: &str) -> bool {
    let digits = text
        .strip_suffix("==")
        .or_else(|| text.strip_suffix('='))
        .unwrap_or(text);
    text.len().is_multiple_of(4)
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}

#[cfg(test)]
mod tests {
    use super::is_base64;

    #[test]
    fn base64_is_padded_to_groups_of_four() {
        for text in ["", "TWFu", "TWE=", "TQ==", "+/09"] {
            assert!(is_base64(text), "{text}");
        }
        for text in ["T", "TWE", "TQ=", "T===", "TW-u", "TW u"] {
            assert!(!is_base64(text), "{text}");
        }
    }
}
