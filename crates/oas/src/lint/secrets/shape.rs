/// Words of placeholders.
const PLACEHOLDERS: &[&str] = &[
    "example",
    "sample",
    "your",
    "xxx",
    "dummy",
    "fake",
    "test",
    "placeholder",
    "redacted",
    "changeme",
    "secret",
    "passw",
    "...",
    "…",
    "***",
    "<",
    "{",
];

/// Minimum entropy of a random value, in bits per character (a random hexadecimal digit 4, English
/// text about 2 once letters have been seen before).
const BITS: f64 = 3.0;

/// Whether a value is a placeholder by its words, also if they are spelled `P@ssw0rd`.
pub(super) fn is_placeholder(text: &str) -> bool {
    let lower = text.to_lowercase();
    let plain = lower.replace('@', "a").replace('0', "o").replace('$', "s");
    let says_so = |word: &str| lower.contains(word) || plain.contains(word);
    PLACEHOLDERS.iter().any(|word| says_so(word)) || is_sequence(&lower)
}

/// Whether a value looks random: long enough, of letters and digits that alternate, of many
/// different characters. Identifiers made of words, numbers, dates and UUIDs do not.
pub(super) fn is_random(text: &str, least: usize) -> bool {
    text.len() >= least
        && text.bytes().all(|byte| byte.is_ascii_graphic())
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
        && changes(text) >= (text.len() / 4).max(4)
        && entropy(text) >= BITS
        && !is_uuid(text)
        && !is_placeholder(text)
}

/// Number of changes between lower case, upper case and digits: 2 for `aB3`. A capital before small
/// letters is not a change.
fn changes(text: &str) -> usize {
    let class = |byte: u8| match byte {
        b'0'..=b'9' => Some('0'),
        b'a'..=b'z' => Some('a'),
        b'A'..=b'Z' => Some('A'),
        _ => None,
    };
    let classes = text.bytes().filter_map(class).collect::<Vec<_>>();
    let pairs = classes.windows(2);
    pairs
        .filter(|pair| pair[0] != pair[1] && (pair[0], pair[1]) != ('A', 'a'))
        .count()
}

/// Shannon entropy of a text, in bits per character.
fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let length = text.len() as f64;
    let used = counts.iter().filter(|count| **count > 0);
    used.map(|count| f64::from(*count) / length)
        .map(|share| -share * share.log2())
        .sum()
}

/// Whether the letters are a sequence, as those of `a1b2c3d4` and `0123456789abcdef` do.
fn is_sequence(text: &str) -> bool {
    let letters = text.bytes().filter(u8::is_ascii_alphabetic);
    let letters = letters.collect::<Vec<_>>();
    let steps = letters
        .windows(2)
        .filter(|pair| pair[1] == pair[0] || pair[1] == pair[0] + 1);
    steps.count() * 2 > letters.len()
}

fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    groups.eq([8, 4, 4, 4, 12])
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
