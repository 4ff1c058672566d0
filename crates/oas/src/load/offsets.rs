use saphyr_parser::{Marker, Span};

use super::surrogates::SHORTENED;
use crate::source_map::Packed;

/// Written before the text by editors on Windows. The parser does not count it.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Number of characters between two known offsets: a lookup steps over fewer than this.
const STRIDE: usize = 32;

/// Conversion of the parser's counts of characters to byte offsets.
pub(crate) struct Offsets<'t> {
    text: &'t str,
    /// The byte offset of every `STRIDE`th character; empty for pure ASCII, where both counts
    /// agree.
    known: Vec<u32>,
    ascii: bool,
    /// Positions at which the parsed text is shorter than the original, in characters of the
    /// parsed text.
    pairs: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// For a text, parsed as it is or with its pairs of escapes rewritten.
    pub(crate) fn new(text: &'t str, pairs: Vec<usize>) -> Self {
        let ascii = text.is_ascii();
        let counted = text
            .char_indices()
            .skip_while(|(offset, character)| *offset == 0 && *character == BYTE_ORDER_MARK);
        let offsets = counted.map(|(offset, _)| offset as u32);
        Self {
            text,
            known: if ascii {
                Vec::new()
            } else {
                offsets.step_by(STRIDE).collect()
            },
            ascii,
            pairs,
        }
    }

    /// The byte at a mark of the parser.
    pub(crate) fn byte(&self, mark: Marker) -> usize {
        let before = self.pairs.partition_point(|pair| *pair < mark.index());
        let index = mark.index() + SHORTENED * before;
        if self.ascii {
            return index.min(self.text.len());
        }
        let Some(&known) = self.known.get(index / STRIDE) else {
            return self.text.len();
        };
        let rest = &self.text[known as usize..];
        rest.char_indices()
            .nth(index % STRIDE)
            .map_or(self.text.len(), |(offset, _)| known as usize + offset)
    }

    /// Returns the first tab in the indentation of the line at a byte, or of one after it.
    pub(crate) fn indenting_tab(&self, byte: usize) -> Option<usize> {
        let mut start = self.text[..byte].rfind('\n').map_or(0, |end| end + 1);
        for line in self.text[start..].split_inclusive('\n') {
            let blank = line.find(|char| char != ' ' && char != '\t');
            let indentation = &line[..blank.unwrap_or(line.len())];
            if let Some(tab) = indentation.find('\t') {
                return Some(start + tab);
            }
            start += line.len();
        }
        None
    }

    /// The bytes of a span of the parser, without the white space that it counts to the end of
    /// plain and block scalars.
    pub(crate) fn span(&self, span: Span) -> Packed {
        let (start, end) = (self.byte(span.start), self.byte(span.end));
        let trimmed = self
            .text
            .get(start..end)
            .map_or(start, |text| start + text.trim_end().len());
        Packed {
            start: start as u32,
            end: trimmed as u32,
        }
    }
}
