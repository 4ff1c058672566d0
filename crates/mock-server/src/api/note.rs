use std::fmt;

use oas::{Document, Pointer, Span};

/// A note about the document, created when the server starts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Note {
    /// The file, line and column: `pets.yaml:12:7`.
    pub location: String,
    /// The message.
    pub message: String,
    /// Whether it is about an example that is corrected or not used.
    pub is_example: bool,
}

impl Note {
    pub(crate) fn new(document: &Document, at: &Pointer, message: impl Into<String>) -> Self {
        Self::at(document, document.span(at), message)
    }

    pub(crate) fn at(document: &Document, span: Span, message: impl Into<String>) -> Self {
        let (file, within) = document.file_at(span);
        Self {
            location: format!("{}:{}", file.name(), file.location(within)),
            message: message.into(),
            is_example: false,
        }
    }

    pub(crate) fn example(document: &Document, at: &Pointer, message: impl Into<String>) -> Self {
        Self {
            is_example: true,
            ..Self::new(document, at, message)
        }
    }
}

/// `pets.yaml:12:7: unresolved reference …`.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location, self.message)
    }
}
