//! Positions of the keys and values of a document in its text.

mod entry;
mod wide;

use std::sync::OnceLock;

use serde_json::Value;

pub use entry::Span;
pub(crate) use entry::{Entry, Packed};

use crate::Pointer;
use wide::{WIDE, WideIndex};

/// Position of each key and each value of a document, in the text address space of its files.
///
/// Content that came in through an alias or a merge key is located where it is written: below the
/// anchor. The aliased value itself is located at its alias.
#[derive(Debug, Clone, Copy)]
pub struct SourceMap<'d> {
    pub(crate) root: &'d Tree,
    pub(crate) parts: &'d Tree,
}

impl SourceMap<'_> {
    /// The span of the key of the member at `pointer`; `None` for array items, the root, and
    /// pointers that do not exist.
    pub fn key(&self, pointer: &Pointer) -> Option<Span> {
        self.entry(pointer)?.key.span()
    }

    /// The span of the value at `pointer`; `None` if it does not exist.
    pub fn value(&self, pointer: &Pointer) -> Option<Span> {
        self.entry(pointer)?.value.span()
    }

    fn entry(&self, pointer: &Pointer) -> Option<Entry> {
        let in_parts = pointer
            .in_parts()
            .and_then(|below| self.parts.entry(&below));
        in_parts.or_else(|| self.root.entry(pointer))
    }
}

/// A tree of values, and the span of each of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    pub(crate) value: Value,
    pub(crate) entries: Vec<Entry>,
    wide: OnceLock<WideIndex>,
}

impl Tree {
    pub(crate) fn new(value: Value, entries: Vec<Entry>) -> Self {
        Self {
            value,
            entries,
            wide: OnceLock::new(),
        }
    }

    /// The entry of the value at a pointer.
    pub(crate) fn entry(&self, pointer: &Pointer) -> Option<Entry> {
        let (_, at) = self.find(pointer)?;
        self.entries.get(at).copied()
    }

    /// The value at a pointer, and the index of its entry.
    pub(crate) fn find(&self, pointer: &Pointer) -> Option<(&Value, usize)> {
        let mut value = &self.value;
        let mut at = 0;
        for token in pointer.tokens() {
            (value, at) = match value {
                Value::Object(members) => {
                    let member = members.get(&*token)?;
                    let indexed = (members.len() >= WIDE).then(|| self.wide().member(at, &token));
                    let position = || members.keys().position(|key| *key == token);
                    (
                        member,
                        indexed.flatten().or_else(|| self.child(at, position()?))?,
                    )
                }
                Value::Array(items) => {
                    let index: usize = token.parse().ok()?;
                    let item = items.get(index)?;
                    let indexed = (items.len() >= WIDE).then(|| self.wide().item(at, index));
                    (item, indexed.flatten().or_else(|| self.child(at, index))?)
                }
                _ => return None,
            };
        }
        Some((value, at))
    }

    /// The entry of the member at a position, found by stepping over those before it.
    fn child(&self, container: usize, position: usize) -> Option<usize> {
        let mut at = container + 1;
        for _ in 0..position {
            at += self.entries.get(at)?.size as usize;
        }
        Some(at)
    }

    fn wide(&self) -> &WideIndex {
        self.wide
            .get_or_init(|| WideIndex::new(&self.value, &self.entries))
    }
}
