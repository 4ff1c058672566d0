mod wide;

use std::ops::Range;
use std::sync::OnceLock;

use serde_json::Value;

pub(crate) use wide::WideIndex;

use crate::Pointer;
use wide::WIDE;

/// A range of the source text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

/// Where each key and each value of a document stands in its text.
///
/// What came in by an alias or a merge key has the place where it is written: below the anchor. The aliased value
/// itself has the place of its alias.
#[derive(Debug, Clone, Copy)]
pub struct SourceMap<'d> {
    pub(crate) root: &'d Value,
    pub(crate) entries: &'d [Entry],
    pub(crate) wide: &'d OnceLock<WideIndex>,
}

impl<'d> SourceMap<'d> {
    /// The place of the key of the member at `pointer`; `None` for items of arrays, the root, and where there is nothing.
    pub fn key(&self, pointer: &Pointer) -> Option<Span> {
        self.entry(pointer)?.key.span()
    }

    /// The place of the value at `pointer`; `None` where there is nothing.
    pub fn value(&self, pointer: &Pointer) -> Option<Span> {
        self.entry(pointer)?.value.span()
    }

    fn entry(&self, pointer: &Pointer) -> Option<Entry> {
        let mut value = self.root;
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
        self.entries.get(at).copied()
    }

    /// The entry of the member at a position, found by stepping over those before it.
    fn child(&self, container: usize, position: usize) -> Option<usize> {
        let mut at = container + 1;
        for _ in 0..position {
            at += self.entries.get(at)?.size as usize;
        }
        Some(at)
    }

    fn wide(&self) -> &'d WideIndex {
        self.wide
            .get_or_init(|| WideIndex::new(self.root, self.entries))
    }
}

/// The places of one value. The entries of a document stand in the order of its tree, each container before what it contains,
/// so that a lookup can walk tree and entries side by side, and the map needs neither keys nor pointers of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) key: Packed,
    pub(crate) value: Packed,
    /// How many entries this value takes: itself and everything below it.
    pub(crate) size: u32,
}

/// A span in half the room. Documents above 4 GiB are refused when they are loaded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packed {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Packed {
    pub(crate) const NONE: Packed = Packed {
        start: u32::MAX,
        end: u32::MAX,
    };

    pub(crate) fn span(self) -> Option<Span> {
        (self.start != u32::MAX).then_some(Span {
            start: self.start as usize,
            end: self.end as usize,
        })
    }
}
