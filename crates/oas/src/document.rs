use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use crate::file::File;
use crate::files::{Entry, Files, RootPath};
use crate::link::{self, Linked, Origin, Unreadable, Unresolved};
use crate::load::{self, DuplicateKey, LoadError};
use crate::model::Inheritance;
use crate::source_map::{SourceMap, Span, Tree};
use crate::{Location, Pointer};

/// An OpenAPI document: its files, its tree, and the position of each value of the tree.
///
/// A document consists of the file it was loaded from, the *entry*, and of the files its references
/// lead to. They form one tree: a reference to another file is rewritten to
/// `#/@files/<key>/<pointer>`, and where OpenAPI does not allow a reference its target is copied
/// in. Spans are offsets in one address space of all texts; [`Document::file_at`] returns the file.
#[derive(Debug, Clone)]
pub struct Document {
    /// The entry first.
    files: Vec<File>,
    root: Tree,
    /// The content of the other files that references lead to, by key.
    parts: Tree,
    /// The origin of what was copied in.
    copies: BTreeMap<Pointer, Origin>,
    duplicates: Vec<DuplicateKey>,
    unresolved: Vec<Unresolved>,
    unreadable: Vec<Unreadable>,
    inheritance: OnceLock<Inheritance>,
}

impl Document {
    /// Reads a file as YAML or JSON; its path becomes the document's name. No other file is read.
    ///
    /// # Errors
    /// When the file cannot be read, or is not readable YAML or JSON.
    pub fn load(path: &Path) -> Result<Self, LoadError> {
        let name = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Self::from_bytes(name, bytes),
            Err(source) => Err(LoadError::Read { name, source }),
        }
    }

    /// Reads bytes as YAML or JSON in UTF-8. No other file is read.
    ///
    /// # Errors
    /// When they are not.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, LoadError> {
        let name = name.into();
        let text = load::decode(&name, bytes)?;
        Self::parse(name, text)
    }

    /// Reads a text as YAML or JSON. No other file is read.
    ///
    /// # Errors
    /// When it is neither, or exceeds a limit: 256 levels, 4,096 bytes of keys above a value that
    /// is not a scalar, 2 million values once aliases are replaced, 4 GiB.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, LoadError> {
        Self::link(&name.into(), text.into(), None)
    }

    /// Reads bytes as YAML or JSON, and the files that its references lead to through `files`.
    ///
    /// A reference that cannot be followed is not an error, but listed in [`Document::unresolved`].
    ///
    /// # Errors
    /// When the bytes are not readable, as for [`Document::parse`].
    pub fn with_files(
        name: impl Into<String>,
        bytes: Vec<u8>,
        entry: &RootPath,
        files: &dyn Files,
    ) -> Result<Self, LoadError> {
        let name = name.into();
        let text = load::decode(&name, bytes)?;
        Self::link(
            &name,
            text,
            Some(Entry {
                path: entry,
                files,
                with_extensions: false,
            }),
        )
    }

    /// Like [`Document::with_files`], and copies in what extensions refer to as well.
    ///
    /// # Errors
    /// As for [`Document::with_files`].
    pub fn with_files_and_extensions(
        name: impl Into<String>,
        bytes: Vec<u8>,
        entry: &RootPath,
        files: &dyn Files,
    ) -> Result<Self, LoadError> {
        let name = name.into();
        let text = load::decode(&name, bytes)?;
        Self::link(
            &name,
            text,
            Some(Entry {
                path: entry,
                files,
                with_extensions: true,
            }),
        )
    }

    fn link(name: &str, text: String, entry: Option<Entry<'_>>) -> Result<Self, LoadError> {
        let Linked {
            files,
            root,
            parts,
            copies,
            duplicates,
            unresolved,
            unreadable,
        } = link::link(name, text, entry)?;
        Ok(Self {
            files,
            root,
            parts,
            copies,
            duplicates,
            unresolved,
            unreadable,
            inheritance: OnceLock::new(),
        })
    }

    /// A document of which only the text is known, however broken: for reports on a text that could
    /// not be loaded.
    pub fn of_text(name: impl Into<String>, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        Self {
            files: vec![File::entry(&name.into(), text)],
            root: Tree::default(),
            parts: Tree::default(),
            copies: BTreeMap::new(),
            duplicates: Vec::new(),
            unresolved: Vec::new(),
            unreadable: Vec::new(),
            inheritance: OnceLock::new(),
        }
    }

    /// The name of the entry for messages: its path, as given.
    pub fn name(&self) -> &str {
        self.files.first().map_or("", File::name)
    }

    /// The text of the entry, as read.
    pub fn text(&self) -> &str {
        self.files.first().map_or("", File::text)
    }

    /// The files, the entry first.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The tree of the entry, with aliases replaced and merge keys applied. Of duplicate keys it
    /// has the first.
    pub fn root(&self) -> &Value {
        &self.root.value
    }

    /// The trees: the entry's, then those of the files that references lead to.
    pub(crate) fn trees(&self) -> impl Iterator<Item = &Value> {
        std::iter::once(self.root()).chain(self.part_values().map(|(_, value)| value))
    }

    /// The content of the files that references lead to, by key.
    pub(crate) fn part_values(&self) -> impl Iterator<Item = (&str, &Value)> {
        let parts = self.parts.value.as_object().into_iter().flatten();
        parts.map(|(key, value)| (key.as_str(), value))
    }

    /// The value at a pointer.
    pub fn get(&self, pointer: &Pointer) -> Option<&Value> {
        let in_parts = pointer.in_parts();
        let part = in_parts.and_then(|below| self.parts.value.pointer(below.as_str()));
        part.or_else(|| self.root.value.pointer(pointer.as_str()))
    }

    /// Inheritance between component schemas, as `read` returns it; computed once.
    pub(crate) fn inheritance(&self, read: fn(&Self) -> Inheritance) -> &Inheritance {
        self.inheritance.get_or_init(|| read(self))
    }

    /// The spans of the keys and values.
    pub fn source_map(&self) -> SourceMap<'_> {
        SourceMap {
            root: &self.root,
            parts: &self.parts,
        }
    }

    /// The keys that occur again in the same object, in the order of the text.
    pub fn duplicate_keys(&self) -> &[DuplicateKey] {
        &self.duplicates
    }

    /// The references that could not be followed to another file, or in it, in the order of the
    /// tree.
    pub fn unresolved(&self) -> &[Unresolved] {
        &self.unresolved
    }

    /// The files that references lead to and that are not readable YAML or JSON.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// The location of the value at a pointer; for a pointer that does not exist, of its nearest
    /// existing ancestor.
    pub fn locate(&self, pointer: &Pointer) -> Location {
        self.location(self.span(pointer))
    }

    /// The span of the value at a pointer; for a pointer that does not exist, of its nearest
    /// existing ancestor.
    pub fn span(&self, pointer: &Pointer) -> Span {
        let map = self.source_map();
        let mut pointer = pointer.clone();
        loop {
            if let Some(span) = map.value(&pointer) {
                return span;
            }
            if pointer == Pointer::root() {
                return Span { start: 0, end: 0 };
            }
            pointer.pop();
        }
    }

    /// The file that a span is in, and the span within its text.
    pub fn file_at(&self, span: Span) -> (&File, Span) {
        let after = (self.files).partition_point(|file| file.base() as usize <= span.start);
        // There is always an entry, and it begins at 0.
        let file = &self.files[after.max(1) - 1];
        let base = file.base() as usize;
        let local = Span {
            start: span.start - base,
            end: span.end.saturating_sub(base).min(file.text().len()),
        };
        (file, local)
    }

    /// The line and column of a span, in its file.
    pub fn location(&self, span: Span) -> Location {
        let (file, local) = self.file_at(span);
        file.location(local)
    }

    /// The file that a pointer leads to, and the pointer within it.
    pub fn origin(&self, pointer: &Pointer) -> (&File, Pointer) {
        // A copy within a copy has an entry of its own, so the nearest one is the origin.
        let mut above = Some(pointer.clone()).filter(|_| !self.copies.is_empty());
        while let Some(ancestor) = above {
            if let Some(origin) = self.copies.get(&ancestor)
                && let Some(below) = pointer.strip_prefix(&ancestor)
            {
                return (&self.files[origin.file], origin.pointer.concat(&below));
            }
            above = ancestor.parent();
        }
        if let Some(below) = pointer.in_parts() {
            let key = below.tokens().next().unwrap_or_default().into_owned();
            if let Some(file) = self.files.iter().find(|file| file.key() == key)
                && let Some(within) = pointer.strip_prefix(&Pointer::of_part(&key))
            {
                return (file, within);
            }
        }
        (&self.files[0], pointer.clone())
    }

    /// The reference to a pointer as an author would write it in the entry:
    /// `#/components/schemas/Pet` or `pets.yaml#/Pet`.
    pub fn reference_to(&self, pointer: &Pointer) -> String {
        let (file, within) = self.origin(pointer);
        let is_entry = std::ptr::eq(file, &raw const self.files[0]);
        match (is_entry, within == Pointer::root()) {
            (true, _) => format!("#{within}"),
            (false, true) => file.key().to_owned(),
            (false, false) => format!("{}#{within}", file.key()),
        }
    }
}
