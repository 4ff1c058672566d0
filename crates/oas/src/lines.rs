use std::fmt;

use crate::Span;

/// A position in a text: line and column, counted from 1, the column in characters; and the same
/// position in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// The bytes in the file.
    pub span: Span,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Number of bytes of a block, whose characters are counted in advance.
const BLOCK: usize = 4_096;

/// Index of the lines of a text, with the number of characters before each block: a text may be one
/// long line, and locating a position in it must not be slower.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    starts: Vec<u32>,
    chars: Vec<u32>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1));
        let mut counted = 0;
        let counts = text.as_bytes().chunks(BLOCK).map(|block| {
            let before = counted;
            counted += count(block);
            before
        });
        Self {
            chars: counts.collect(),
            starts: starts.collect(),
        }
    }

    /// The line and column of a position.
    pub(crate) fn location(&self, text: &str, span: Span) -> Location {
        let line = self
            .starts
            .partition_point(|start| *start as usize <= span.start);
        let line = line.max(1);
        let start = self.starts.get(line - 1).map_or(0, |start| *start as usize);
        let column = self.chars_before(text, span.start) - self.chars_before(text, start) + 1;
        Location {
            line,
            column: column as usize,
            span,
        }
    }

    /// Some lines, counted from 1, without the last line's end.
    pub(crate) fn range(&self, text: &str, first: usize, last: usize) -> Span {
        let start = self.starts.get(first - 1).map_or(0, |at| *at as usize);
        let end = match self.starts.get(last) {
            Some(next) => *next as usize - 1,
            None => text.len(),
        };
        let lines = text.get(start..end).unwrap_or_default();
        Span {
            start,
            end: start + lines.trim_end_matches('\r').len(),
        }
    }

    fn chars_before(&self, text: &str, at: usize) -> u32 {
        let at = at.min(text.len());
        let block = (at / BLOCK).min(self.chars.len().saturating_sub(1));
        let before = self.chars.get(block).copied().unwrap_or_default();
        before + count(&text.as_bytes()[block * BLOCK..at])
    }
}

/// Counts the characters that begin within some bytes.
fn count(bytes: &[u8]) -> u32 {
    let begins = |byte: &&u8| (**byte & 0b1100_0000) != 0b1000_0000;
    bytes.iter().filter(begins).count() as u32
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use crate::Span;

    /// The same columns as by counting from the beginning of the line, at every position of a text
    /// of several blocks.
    #[test]
    fn columns_are_counted_in_characters_across_blocks() {
        let line = "aé世😀 ".repeat(1_000);
        let text = format!("{line}\r\n{line}\n\n{line}");
        let lines = Lines::of(&text);
        let (mut row, mut column) = (1, 1);
        for (at, c) in text.char_indices() {
            let found = lines.location(&text, Span { start: at, end: at });
            assert_eq!((found.line, found.column), (row, column), "at {at}");
            (row, column) = if c == '\n' {
                (row + 1, 1)
            } else {
                (row, column + 1)
            };
        }
        let end = text.len();
        let found = lines.location(&text, Span { start: end, end });
        assert_eq!((found.line, found.column), (row, column));
    }
}
