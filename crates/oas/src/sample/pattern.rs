use std::ops::RangeInclusive;

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind};

/// Maximum number of steps to write one string: repetitions can be nested and huge.
const MOST_STEPS: u32 = 100_000;
/// Characters of the kinds that a pattern for passwords asks for.
const MIXED: &str = "aA0!b-B1@";

/// A string of a permitted length that a pattern matches; `None` if none is found, as for a pattern
/// with look-around.
///
/// Patterns are of ECMA 262, and are read as regular expressions of Rust, which nearly all of them
/// are too. So the text is to be checked.
pub(super) fn matching(
    pattern: &str,
    length: &RangeInclusive<usize>,
    variant: u64,
) -> Option<String> {
    let expression = regex_syntax::parse(pattern).ok()?;
    // Number of repetitions beyond the minimum.
    for extra in (0..=64).chain((7..=16).map(|power| 1 << power)) {
        let mut writer = Writer::new(extra, variant);
        writer.write(&expression)?;
        // The rest of the variant selects the length.
        if let left @ 1.. = writer.variant {
            writer = Writer::new(extra.saturating_add(u32::try_from(left).ok()?), variant);
            writer.write(&expression)?;
        }
        if length.contains(&writer.text.chars().count()) {
            return Some(writer.text);
        }
    }
    None
}

/// Strings of a permitted length that a pattern with look-around may match: those of the pattern
/// without it, of mixed characters.
pub(super) fn candidates(
    pattern: &str,
    length: &RangeInclusive<usize>,
) -> impl Iterator<Item = String> {
    let expression = without_look_around(pattern);
    let expression = expression.and_then(|pattern| regex_syntax::parse(&pattern).ok());
    let written = expression.into_iter().flat_map(|expression| {
        (0..=64).filter_map(move |extra| {
            let mut writer = Writer::new(extra, 0);
            writer.is_mixed = true;
            writer.write(&expression)?;
            Some(writer.text)
        })
    });
    let length = length.clone();
    written.filter(move |text| length.contains(&text.chars().count()))
}

/// The pattern without its groups `(?=…)`, `(?!…)`, `(?<=…)` and `(?<!…)`; `None` if it has none.
fn without_look_around(pattern: &str) -> Option<String> {
    let mut kept = String::new();
    // The number of open groups within a removed one.
    let mut removed: usize = 0;
    let (mut is_escaped, mut in_class, mut has_any) = (false, false, false);
    for (at, character) in pattern.char_indices() {
        let is_plain = is_escaped || (in_class && character != ']');
        let begins = !is_plain
            && ["(?=", "(?!", "(?<=", "(?<!"]
                .iter()
                .any(|begin| pattern[at..].starts_with(begin));
        let is_kept = removed == 0 && !begins;
        match character {
            '(' if !is_plain && !is_kept => removed += 1,
            ')' if !is_plain => removed = removed.saturating_sub(1),
            _ => {}
        }
        in_class = !is_escaped && (character == '[' || (in_class && character != ']'));
        is_escaped = !is_escaped && character == '\\';
        has_any |= begins;
        if is_kept {
            kept.push(character);
        }
    }
    has_any.then_some(kept)
}

struct Writer {
    text: String,
    extra: u32,
    /// Number that selects the next alternatives.
    variant: u64,
    steps: u32,
    /// Whether the characters of a class take turns.
    is_mixed: bool,
}

impl Writer {
    fn new(extra: u32, variant: u64) -> Self {
        Self {
            text: String::new(),
            extra,
            variant,
            steps: 0,
            is_mixed: false,
        }
    }

    fn write(&mut self, expression: &Hir) -> Option<()> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        match expression.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => {
                self.text.push_str(std::str::from_utf8(&literal.0).ok()?);
            }
            HirKind::Class(Class::Unicode(class)) => {
                let character = self.choose(class)?;
                self.text.push(character);
            }
            HirKind::Class(Class::Bytes(_)) => return None,
            HirKind::Repetition(repetition) => {
                let times = repetition.min.saturating_add(self.extra);
                for _ in 0..times.min(repetition.max.unwrap_or(u32::MAX)) {
                    self.write(&repetition.sub)?;
                }
            }
            HirKind::Capture(capture) => self.write(&capture.sub)?,
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.write(part))?,
            HirKind::Alternation(branches) => {
                let branch = self.pick(branches.len() as u64)?;
                self.write(&branches[usize::try_from(branch).ok()?])?;
            }
        }
        Some(())
    }

    /// One of so many.
    fn pick(&mut self, many: u64) -> Option<u64> {
        let picked = self.variant.checked_rem(many)?;
        self.variant /= many;
        Some(picked)
    }

    /// A character of a class: a letter or a digit, where it has one.
    fn choose(&mut self, class: &ClassUnicode) -> Option<char> {
        let ranges = class.ranges().iter();
        let ranges = ranges.map(|range| u64::from(range.start())..u64::from(range.end()) + 1);
        let size = ranges.clone().map(|range| range.end - range.start).sum();
        let place = |character: char| {
            let mut before = 0;
            ranges.clone().find_map(|range| {
                let found = range.contains(&u64::from(character));
                let at = found.then(|| before + u64::from(character) - range.start);
                before += range.end - range.start;
                at
            })
        };
        let mut preferred = vec!['a', 'A', '0', '-', ' '];
        if self.is_mixed {
            preferred = MIXED.chars().collect();
            let turn = self.text.chars().count() % preferred.len();
            preferred.rotate_left(turn);
        }
        let first = preferred.into_iter().find_map(place).unwrap_or(0);
        let mut number = (first + self.pick(size)?) % size;
        for range in ranges {
            let length = range.end - range.start;
            if number < length {
                return char::from_u32(u32::try_from(range.start + number).ok()?);
            }
            number -= length;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{candidates, without_look_around};

    #[test]
    fn removes_groups_that_look_around() {
        let cases = [
            (r"^(?=.*\d)(?!a(b|c)).{8,}$", Some("^.{8,}$")),
            (r"(?<=a)b(?<!\))", Some("b")),
            (r"[(?=]a(?=b)", Some("[(?=]a")),
            (r"\(?=a", None),
            ("^(a|b)$", None),
        ];
        for (pattern, expected) in cases {
            let found = without_look_around(pattern);
            assert_eq!(found.as_deref(), expected, "{pattern}");
        }
    }

    #[test]
    fn candidates_mix_kinds_of_characters() {
        let pattern = r"^(?=.*[A-Z])(?=.*\d)(?=.*[^\w]).{8,12}$";
        let first = candidates(pattern, &(0..=100)).next().unwrap();
        assert_eq!(first, "aA0!b-B1");
    }
}
