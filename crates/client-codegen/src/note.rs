/// A deviation of the generated source from the document.
/// [`Settings::strict`](crate::Settings::strict) makes each an error.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Note {
    /// JSON pointer (RFC 6901) into the document, as a URI fragment: `#/paths/~1orders/post`.
    pub pointer: String,
    /// The consequence for the caller.
    pub kind: NoteKind,
    /// The reason, in one line.
    pub message: String,
}

/// The consequence of a [`Note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NoteKind {
    /// Generated from a simpler form; every value that the document allows can still be sent and
    /// read.
    Lowered,
    /// Generated, but some values that the document allows cannot be sent or read, or two of them
    /// are not distinguished.
    Lossy,
    /// Not generated.
    LeftOut,
}

impl Note {
    pub(crate) fn lowered(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(pointer, NoteKind::Lowered, message)
    }

    pub(crate) fn lossy(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(pointer, NoteKind::Lossy, message)
    }

    pub(crate) fn left_out(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(pointer, NoteKind::LeftOut, message)
    }

    fn new(pointer: impl Into<String>, kind: NoteKind, message: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            kind,
            message: message.into(),
        }
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let prefix = match self.kind {
            NoteKind::LeftOut => "not generated: ",
            NoteKind::Lowered | NoteKind::Lossy => "",
        };
        write!(f, "`{}`: {prefix}{}", self.pointer, self.message)
    }
}
