use std::collections::BTreeMap;

use crate::Pointer;
use crate::file::File;
use crate::files::Rejection;
use crate::load::DuplicateKey;
use crate::source_map::{Span, Tree};

/// A document as linked.
pub(crate) struct Linked {
    pub(crate) files: Vec<File>,
    pub(crate) root: Tree,
    pub(crate) parts: Tree,
    pub(crate) copies: BTreeMap<Pointer, Origin>,
    pub(crate) duplicates: Vec<DuplicateKey>,
    pub(crate) unresolved: Vec<Unresolved>,
    pub(crate) unreadable: Vec<Unreadable>,
}

/// The position of content that was copied: the index of its file, and the pointer there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) file: usize,
    pub(crate) pointer: Pointer,
}

/// A file that a reference names and that is not readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Position at which reading ended.
    pub at: Span,
    /// The reason.
    pub reason: String,
}

/// A reference that could not be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// The pointer of the reference: of the value of its `$ref`, or of an entry of a
    /// discriminator's mapping.
    pub at: Pointer,
    /// The object that the target should have replaced, where OpenAPI does not allow a reference.
    pub replaced: Option<Pointer>,
    /// The reference as written.
    pub written: String,
    /// The reason.
    pub reason: Reason,
}

/// Reason why a reference could not be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// Other files are not read: the document came by itself.
    NotRead,
    /// It is a URL or an absolute path.
    NotRelative,
    /// It is not a relative path.
    Malformed,
    /// It leaves the root.
    Outside,
    /// It names a hidden file.
    Hidden,
    /// The file is neither YAML nor JSON by its name.
    Extension,
    /// There is no such file, or it must not be read.
    Unavailable,
    /// Reading failed.
    Failed(String),
    /// The file is not readable YAML or JSON: reading ended at the span.
    Unreadable(Span),
    /// The fragment is not a JSON pointer.
    NotAPointer,
    /// The file has no value at the pointer.
    Missing {
        /// The pointer.
        pointer: Pointer,
        /// The key of the file.
        file: String,
    },
    /// The target contains the reference, which only a reference object may do.
    Circular,
    /// A limit is exceeded.
    Limit(&'static str),
}

impl From<Rejection> for Reason {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::NotRelative => Self::NotRelative,
            Rejection::Malformed => Self::Malformed,
            Rejection::Outside => Self::Outside,
            Rejection::Hidden => Self::Hidden,
            Rejection::Extension => Self::Extension,
        }
    }
}
