//! The surrogate pairs by which JSON escapes characters beyond the basic plane. The YAML reader
//! rejects them. `oas` rewrites them alike, in `load/surrogates.rs`.

/// Rewrites each pair as one escape of YAML, `\ud83d\ude00` as `\U0001F600`; nothing if there is
/// none.
pub(crate) fn rewrite(text: &str) -> Option<String> {
    const PAIR: usize = "\\ud83d\\ude00".len();
    let mut rewritten = String::new();
    let mut is_rewritten = false;
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        rewritten.push_str(before);
        if let Some(character) = pair(escape) {
            is_rewritten = true;
            rewritten.push_str(&format!("\\U{:08X}", u32::from(character)));
            rest = &escape[PAIR..];
        } else {
            // The character after a backslash belongs to the escape, as another backslash does.
            let length = escape.chars().take(2).map(char::len_utf8).sum();
            let (escape, after) = escape.split_at(length);
            rewritten.push_str(escape);
            rest = after;
        }
    }
    rewritten.push_str(rest);
    is_rewritten.then_some(rewritten)
}

/// The character of the two escapes at the start of the text.
fn pair(text: &str) -> Option<char> {
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?, 16).ok();
    let units = [unit(text.get(..6)?)?, unit(text.get(6..12)?)?];
    let [high, low] = units;
    let is_pair = (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(&low);
    is_pair.then(|| char::decode_utf16(units).next()?.ok())?
}
