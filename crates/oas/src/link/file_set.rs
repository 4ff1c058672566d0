use std::collections::HashMap;
use std::rc::Rc;

use super::linked::{Reason, Unreadable};
use crate::Pointer;
use crate::file::File;
use crate::files::{Entry, FileError, Found, RootPath, beside};
use crate::load::{self, Built, DuplicateKey, MAX_NODES};
use crate::source_map::{Span, Tree};

/// Maximum number of files of one document.
const MAX_FILES: usize = 20_000;

/// The files that were read, by index; the entry is number 0.
pub(super) struct FileSet<'f> {
    pub(super) entry: Option<Entry<'f>>,
    pub(super) sources: Vec<Rc<Source>>,
    pub(super) unreadable: Vec<Unreadable>,
    /// Files by the path that a reference named, and by the path with links resolved.
    by_path: HashMap<RootPath, Result<usize, Reason>>,
    nodes: usize,
}

/// A file that was read; the tree of one that is not readable is null.
pub(super) struct Source {
    pub(super) file: File,
    pub(super) path: Option<RootPath>,
    pub(super) tree: Tree,
    pub(super) duplicates: Vec<DuplicateKey>,
}

/// The target of a reference: its file, its pointer there, and the index of its entry.
pub(super) struct Target {
    pub(super) file: usize,
    pub(super) pointer: Pointer,
    pub(super) at: usize,
}

impl<'f> FileSet<'f> {
    pub(super) fn new(name: &str, text: String, built: Built, entry: Option<Entry<'f>>) -> Self {
        let path = entry.map(|entry| entry.path.clone());
        let by_path = path.iter().map(|path| (path.clone(), Ok(0))).collect();
        let nodes = built.entries.len();
        Self {
            entry,
            sources: vec![Rc::new(Source {
                file: File::entry(name, text),
                path,
                tree: Tree::new(built.root, built.entries),
                duplicates: built.duplicates,
            })],
            unreadable: Vec::new(),
            by_path,
            nodes,
        }
    }

    /// Number of values that may still be copied.
    pub(super) fn budget(&self) -> usize {
        MAX_NODES.saturating_sub(self.nodes)
    }

    /// Follows a reference that file `from` contains.
    pub(super) fn target(&mut self, from: usize, reference: &str) -> Result<Target, Reason> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if path.is_empty() && reference.starts_with('#') {
            from
        } else {
            self.open(from, path)?
        };
        let pointer =
            Pointer::from_reference(&format!("#{fragment}")).ok_or(Reason::NotAPointer)?;
        let source = &self.sources[file];
        match source.tree.find(&pointer) {
            Some((_, at)) => Ok(Target { file, pointer, at }),
            None => Err(Reason::Missing {
                pointer,
                file: source.file.key().to_owned(),
            }),
        }
    }

    /// The file that a path in file `from` leads to; it is read at the first time.
    fn open(&mut self, from: usize, path: &str) -> Result<usize, Reason> {
        let entry = self.entry.ok_or(Reason::NotRead)?;
        let from = self.sources[from].path.as_ref().unwrap_or(entry.path);
        let path = from.resolve(path, entry.path)?;
        if let Some(known) = self.by_path.get(&path) {
            return known.clone();
        }
        let opened = self.read(entry, &path);
        self.by_path.insert(path, opened.clone());
        opened
    }

    fn read(&mut self, entry: Entry<'_>, path: &RootPath) -> Result<usize, Reason> {
        if self.sources.len() >= MAX_FILES {
            return Err(Reason::Limit("a document has at most 20,000 files"));
        }
        let Found { path, bytes } = entry.files.read(path).map_err(|error| match error {
            FileError::Unavailable => Reason::Unavailable,
            FileError::Failed(reason) => Reason::Failed(reason),
        })?;
        if let Some(known) = self.by_path.get(&path) {
            return known.clone();
        }
        let last = self.sources.last().map(|last| &last.file);
        // One more byte, so that the end of a file is not the beginning of the next.
        let base = last.map_or(0, |last| last.base() as usize + last.text().len() + 1);
        let (Ok(base), true) = (
            u32::try_from(base),
            u32::try_from(base + bytes.len()).is_ok(),
        ) else {
            return Err(Reason::Limit(
                "the files of a document are at most 4 GiB together",
            ));
        };
        let key = path.relative_to(entry.path);
        let name = beside(self.sources[0].file.name(), entry.files.prefix(), &key);
        let read = load::decode(&name, bytes.clone()).and_then(|text| {
            let built = load::parse(&name, &text, self.budget())?;
            Ok((text, built))
        });
        let opened = match read {
            Ok((text, built)) => {
                self.nodes += built.entries.len();
                self.sources.push(Rc::new(Source {
                    file: File::new(key, name, text, base),
                    path: Some(path.clone()),
                    tree: Tree::new(built.root, built.entries),
                    duplicates: built.duplicates,
                }));
                Ok(self.sources.len() - 1)
            }
            Err(error) => {
                let start = base as usize + error.location().map_or(0, |at| at.span.start);
                let at = Span { start, end: start };
                self.unreadable.push(Unreadable {
                    at,
                    reason: error.reason(),
                });
                let text = String::from_utf8_lossy(&bytes).into_owned();
                self.sources.push(Rc::new(Source {
                    file: File::new(key, name, text, base),
                    path: Some(path.clone()),
                    tree: Tree::default(),
                    duplicates: Vec::new(),
                }));
                Err(Reason::Unreadable(at))
            }
        };
        self.by_path.insert(path, opened.clone());
        opened
    }
}
