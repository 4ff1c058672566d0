use std::ops::Range;

use crate::sources::Located;

/// Maximum length in bytes of a line that is shown whole.
const MAX_LINE: usize = 1_000;

/// Number of characters shown before, after and of a span in a longer line.
const AROUND: usize = 60;

/// A part of a long line, with what was left out marked by dots.
///
/// A document may be one line with many diagnostics, so the effort for each of them must not grow
/// with its length.
pub(super) struct Window {
    pub(super) text: String,
    /// The label in it.
    pub(super) span: Range<usize>,
    /// The location that a renderer prints, and the one to print instead.
    pub(super) seen: String,
    pub(super) true_place: String,
}

impl Window {
    /// Whether a label is in a long line.
    pub(super) fn is_needed(at: &Located<'_>) -> bool {
        let line = line(at);
        line.end - line.start > MAX_LINE
    }

    /// The part around a label.
    pub(super) fn of(at: &Located<'_>) -> Self {
        let (text, line, place) = (at.file.text(), line(at), at.first_line());
        let (before, after) = (&text[line.start..place.start], &text[place.end..line.end]);
        let covered = &text[place.start..place.end];
        let before = before
            .char_indices()
            .nth_back(AROUND - 1)
            .map_or(before, |(at, _)| &before[at..]);
        let (covered, is_cut) = first(covered);
        let (after, goes_on) = first(if is_cut { "" } else { after });

        let dots = |shown: bool| if shown { "..." } else { "" };
        let head = format!("{}{before}", dots(place.start - line.start > before.len()));
        let span = head.len()..head.len() + covered.len();
        let location = at.location;
        Self {
            seen: format!(
                "{}:{}:{}",
                at.name(),
                location.line,
                head.chars().count() + 1
            ),
            true_place: format!("{}:{location}", at.name()),
            text: format!("{head}{covered}{after}{}", dots(is_cut || goes_on)),
            span,
        }
    }
}

fn line(at: &Located<'_>) -> crate::Span {
    at.file.line_range(at.location.line, at.location.line)
}

/// The first characters of a text, and whether there are more.
fn first(text: &str) -> (&str, bool) {
    let end = text
        .char_indices()
        .nth(AROUND)
        .map_or(text.len(), |(at, _)| at);
    (&text[..end], end < text.len())
}
