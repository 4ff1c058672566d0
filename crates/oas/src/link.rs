//! Joins the files of a document to one tree.
//!
//! Two passes. The first walks every object that references lead to, by its kind, reads the files,
//! and notes what each reference becomes: a reference within the tree, or, where OpenAPI 3.0 does
//! not allow one, a copy of its target. The second writes the trees anew. Examples, defaults and
//! extensions are data: a `$ref` there is not a reference.

mod discover;
mod emit;
mod file_set;

use std::collections::BTreeMap;

use crate::Pointer;
use crate::file::File;
use crate::files::{Entry, Rejection};
use crate::load::{self, Built, DuplicateKey, LoadError, MAX_NODES};
use crate::source_map::{Span, Tree};
use file_set::FileSet;

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

/// Reads a text, and the files that its references lead to.
pub(crate) fn link(
    name: &str,
    text: String,
    entry: Option<Entry<'_>>,
) -> Result<Linked, LoadError> {
    let built = load::parse(name, &text, MAX_NODES)?;
    if !built.refers_to_files {
        let Built {
            root,
            entries,
            duplicates,
            ..
        } = built;
        return Ok(Linked {
            files: vec![File::entry(name, text)],
            root: Tree::new(root, entries),
            parts: Tree::default(),
            copies: BTreeMap::new(),
            duplicates,
            unresolved: Vec::new(),
            unreadable: Vec::new(),
        });
    }
    let mut set = FileSet::new(name, text, built, entry);
    let edits = discover::discover(&mut set);
    Ok(emit::emit(set, edits))
}
