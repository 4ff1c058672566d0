//! Files of the working tree that cannot be read.

use std::fs;

use oas::lint::{UNREADABLE, unreadable};
use oas::{Diagnostic, Document, Label, LoadError, Span};

use crate::workspace::root;

/// A file of the working tree that cannot be read, with the reason.
pub(crate) struct Unreadable {
    pub(super) document: Document,
    pub(super) diagnostic: Diagnostic,
}

impl Unreadable {
    fn new(path: &str, bytes: &[u8], diagnostic: Option<Diagnostic>, message: String) -> Self {
        let at = Label::span(Span { start: 0, end: 0 });
        let plain = || Diagnostic::new(UNREADABLE.id, UNREADABLE.severity, message, at);
        Self {
            document: Document::of_text(path, bytes),
            diagnostic: diagnostic.unwrap_or_else(plain),
        }
    }
}

/// Reads a document of the working tree.
pub(super) fn readable(path: &str) -> Result<Document, Box<Unreadable>> {
    let bytes = fs::read(root().join(path));
    let bytes = bytes.map_err(|error| {
        Box::new(Unreadable::new(
            path,
            b"",
            None,
            format!("the file cannot be read: {error}"),
        ))
    })?;
    let failed =
        |error: LoadError| Unreadable::new(path, &bytes, unreadable(&error), error.to_string());
    Document::from_bytes(path, bytes.clone()).map_err(|error| Box::new(failed(error)))
}
