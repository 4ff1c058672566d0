use crate::lines::Lines;
use crate::{Location, Span};

/// One file of a document.
#[derive(Debug, Clone)]
pub struct File {
    key: String,
    name: String,
    text: String,
    lines: Lines,
    base: u32,
}

impl File {
    /// A file whose text begins at `base` of the address space.
    pub(crate) fn new(key: String, name: String, text: String, base: u32) -> Self {
        Self {
            lines: Lines::of(&text),
            key,
            name,
            text,
            base,
        }
    }

    /// The entry of a document.
    pub(crate) fn entry(name: &str, text: String) -> Self {
        let key = name.rsplit(['/', '\\']).next().unwrap_or(name);
        Self::new(key.to_owned(), name.to_owned(), text, 0)
    }

    /// Its path, relative to the folder of the document's entry.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The name for messages: its path, as given on the command line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a span of this file.
    pub fn location(&self, span: Span) -> Location {
        self.lines.location(&self.text, span)
    }

    /// The offset at which the text begins in the address space of the document's files.
    pub(crate) fn base(&self) -> u32 {
        self.base
    }

    /// The text of some lines, counted from 1, without the last line's end.
    pub(crate) fn line_range(&self, first: usize, last: usize) -> Span {
        self.lines.range(&self.text, first, last)
    }
}
