//! Suffixes that make names distinct for the generator. They are enclosed in private characters,
//! become part of the names of fields and setters, and are stripped from the strings of the
//! generated source.

use serde_json::Value;

/// The characters around a suffix: two private ones that the document does not contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks {
    start: char,
    end: char,
}

impl Marks {
    /// The first two private characters that the document lacks; nothing if it has all of them.
    pub(crate) fn of(document: &Value) -> Option<Self> {
        let mut used = Vec::new();
        collect(document, &mut used);
        used.sort_unstable();
        let areas = [
            '\u{E000}'..='\u{F8FF}',
            '\u{F0000}'..='\u{FFFFD}',
            '\u{100000}'..='\u{10FFFD}',
        ];
        let mut free = areas
            .into_iter()
            .flatten()
            .filter(|character| used.binary_search(character).is_err());
        Some(Self {
            start: free.next()?,
            end: free.next()?,
        })
    }

    /// The name with a suffix.
    pub(super) fn suffixed(self, name: &str, suffix: &str) -> String {
        format!("{name}{}{suffix}{}", self.start, self.end)
    }

    /// The text without suffixes; nothing if it has none.
    pub(crate) fn strip(self, text: &str) -> Option<String> {
        let mut stripped = String::new();
        let mut rest = text;
        while let Some((before, suffixed)) = rest.split_once(self.start) {
            let (_, after) = suffixed.split_once(self.end)?;
            stripped.push_str(before);
            rest = after;
        }
        (rest.len() != text.len()).then(|| stripped + rest)
    }

    /// Whether the source of a literal contains a suffix, as a character or as an escape.
    pub(crate) fn is_in(self, literal: &str) -> bool {
        literal.contains(self.start)
            || literal.contains(&format!("\\u{{{:x}}}", u32::from(self.start)))
    }
}

/// Collects the private characters in keys and strings.
fn collect(value: &Value, used: &mut Vec<char>) {
    let mut add = |text: &str| used.extend(text.chars().filter(|&c| is_private(c)));
    match value {
        Value::String(text) => add(text),
        Value::Array(items) => items.iter().for_each(|value| collect(value, used)),
        Value::Object(object) => {
            object.keys().for_each(|key| add(key));
            object.values().for_each(|value| collect(value, used));
        }
        _ => {}
    }
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}
