/// Number of characters that a pair of escapes loses when it becomes one: `\ud83d\ude00`,
/// `\U0001F600`.
pub(crate) const SHORTENED: usize = 2;

/// A text with the pairs of escapes by which JSON writes characters beyond the basic plane each
/// written as one, as YAML does.
pub(crate) struct Rewritten {
    pub(crate) text: String,
    /// Positions of the rewritten pairs in the rewritten text, in characters.
    pub(crate) pairs: Vec<usize>,
}

/// Rewrites the pairs; `None` when there are none. client-codegen has a copy, which a test in xtask
/// compares.
pub(crate) fn rewrite(text: &str) -> Option<Rewritten> {
    let mut rewritten = Rewritten {
        text: String::new(),
        pairs: Vec::new(),
    };
    let (mut rest, mut written) = (text, 0);
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        rewritten.text.push_str(before);
        written += before.chars().count();
        if let Some(character) = pair(escape) {
            rewritten.pairs.push(written);
            let escaped = format!("\\U{:08X}", u32::from(character));
            rewritten.text.push_str(&escaped);
            written += escaped.len();
            rest = &escape["\\ud83d\\ude00".len()..];
        } else {
            // The character behind a backslash is part of the escape, above all when it is another
            // backslash.
            let length = escape.chars().take(2).map(char::len_utf8).sum();
            let (escape, behind) = escape.split_at(length);
            rewritten.text.push_str(escape);
            written += escape.chars().count();
            rest = behind;
        }
    }
    rewritten.text.push_str(rest);
    (!rewritten.pairs.is_empty()).then_some(rewritten)
}

/// The character that two escapes at the beginning of the text encode.
fn pair(text: &str) -> Option<char> {
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?, 16).ok();
    let units = [unit(text.get(..6)?)?, unit(text.get(6..12)?)?];
    let [high, low] = units;
    let is_pair = (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(&low);
    is_pair.then(|| char::decode_utf16(units).next()?.ok())?
}

#[cfg(test)]
mod tests {
    use super::rewrite;

    #[test]
    fn only_pairs_are_rewritten() {
        let rewritten = rewrite(r#"ü "\ud83d\uDE00\\ud83d\ude00 \ud83d\ude00""#).unwrap();
        assert_eq!(rewritten.text, r#"ü "\U0001F600\\ud83d\ude00 \U0001F600""#);
        assert_eq!(rewritten.pairs, [3, 27]);
        for text in [
            "",
            r"\",
            r"\ud83d",
            r"\ud83d\n",
            r"\ud83dé\ude00",
            r"\u0041\ude00",
            r"\u+83d\ude00",
        ] {
            assert!(rewrite(text).is_none(), "{text}");
        }
    }
}
