use crate::note::Note;

/// The reason why no source was generated. Displayed as one line that completes "failed to …".
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is not YAML or JSON, contains a duplicate key, or has keys that are not scalars.
    #[error("read the document: {0}")]
    Syntax(String),
    /// A part of the document cannot be generated. The pointer names the smallest such part.
    #[error("generate `{pointer}`: {reason}")]
    Part {
        /// JSON pointer (RFC 6901) into the document, as a URI fragment: `#/paths/~1orders/post`.
        pointer: String,
        /// The reason, in one line.
        reason: String,
    },
    /// Several independent parts of the document cannot be generated, or notes are errors
    /// ([`Settings::strict`](crate::Settings::strict)).
    #[error("generate {} parts: {}", .0.len(), join(.0))]
    Parts(Vec<Note>),
    /// The generated source lacks an item that a later step changes.
    #[error("find the generated item for `{pointer}`: {expected}")]
    Missing {
        /// JSON pointer of the part of the document that the item belongs to.
        pointer: String,
        /// The item that was expected.
        expected: String,
    },
    /// A string that is read as generated source is not Rust.
    #[error("parse the generated source: {0}")]
    Source(String),
    /// A setting does not have the form that it requires.
    #[error("use the setting {name} = {value:?}: not a Rust path")]
    Setting {
        /// The setting's name.
        name: &'static str,
        /// The value it was given.
        value: String,
    },
}

impl Error {
    pub(crate) fn part(pointer: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Part {
            pointer: pointer.into(),
            reason: reason.into(),
        }
    }

    /// One part by its pointer and reason, several as a list.
    pub(crate) fn parts(notes: Vec<Note>) -> Self {
        match <[Note; 1]>::try_from(notes) {
            Ok([note]) => Self::part(note.pointer, note.message),
            Err(notes) => Self::Parts(notes),
        }
    }

    /// Replaces the pointers.
    pub(crate) fn at(self, pointer: impl Fn(&str) -> String) -> Self {
        match self {
            Self::Part {
                pointer: old,
                reason,
            } => Self::part(pointer(&old), reason),
            Self::Parts(mut notes) => {
                for note in &mut notes {
                    note.pointer = pointer(&note.pointer);
                }
                Self::Parts(notes)
            }
            other => other,
        }
    }

    pub(crate) fn missing(pointer: &str, expected: impl Into<String>) -> Self {
        Self::Missing {
            pointer: pointer.to_owned(),
            expected: expected.into(),
        }
    }
}

fn join(notes: &[Note]) -> String {
    let parts: Vec<_> = notes.iter().map(ToString::to_string).collect();
    parts.join("; ")
}

/// The text in one line: parts separated by line breaks are joined by a space.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A reason given by the generator, in one line of bounded length.
pub(crate) fn reason(text: &str) -> String {
    const MAX_LENGTH: usize = 300;
    let line = one_line(text);
    match line.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
