//! The files of a document: those that a reference may resolve to, and access to them.
//!
//! A document may be untrusted, and excerpts of its files are printed. So a reference never leaves
//! the root, and the checks that need no system call come before the first one.

mod folder;
mod name;
mod path;

pub use folder::Folder;
pub(crate) use name::beside;
pub(crate) use path::Rejection;
pub use path::RootPath;

/// A source of files below a root.
pub trait Files {
    /// Reads a file.
    ///
    /// # Errors
    /// When there is no such file, or it must not be read.
    fn read(&self, path: &RootPath) -> Result<Found, FileError>;

    /// The text before the path in the names of files: `REV:` for files of a git revision.
    fn prefix(&self) -> &str {
        ""
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The path below the root with symbolic links resolved, so that each file is read once.
    pub path: RootPath,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Reason why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// There is no such file, or it must not be read: the message does not disclose which.
    #[error("find a readable file")]
    Unavailable,
    /// Reading it failed for another reason.
    #[error("{0}")]
    Failed(String),
}

/// Access to the files of a document.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'f> {
    /// The path of the entry.
    pub(crate) path: &'f RootPath,
    pub(crate) files: &'f dyn Files,
    /// Whether the references in extensions are followed as well.
    pub(crate) with_extensions: bool,
}
