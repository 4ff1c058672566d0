//! Joins the files of a document to one tree.
//!
//! Two passes. The first walks every object that references lead to, by its kind, reads the files,
//! and notes what each reference becomes: a reference within the tree, or, where OpenAPI 3.0 does
//! not allow one, a copy of its target. The second writes the trees anew. Examples, defaults and
//! extensions are data: a `$ref` there is not a reference.

mod discover;
mod emit;
mod file_set;
mod linked;

use std::collections::BTreeMap;

pub(crate) use linked::{Linked, Origin};
pub use linked::{Reason, Unreadable, Unresolved};

use crate::file::File;
use crate::files::Entry;
use crate::load::{self, Built, LoadError, MAX_NODES};
use crate::source_map::Tree;
use file_set::FileSet;

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
