/// A word of a POSIX shell, in single quotes where it needs them.
pub(super) fn word(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// A command with an argument to a line.
pub(super) fn command(lines: &[String]) -> String {
    lines.join(" \\\n  ")
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn words_are_quoted_where_a_shell_would_read_into_them() {
        assert_eq!(word("https://example.com/a?b"), "'https://example.com/a?b'");
        assert_eq!(word("X-Version:2022-01-01"), "X-Version:2022-01-01");
        assert_eq!(word(""), "''");
        assert_eq!(word("it's $HOME"), r"'it'\''s $HOME'");
    }
}
