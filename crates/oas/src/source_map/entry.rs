use std::ops::Range;

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

/// The positions of one value. The entries of a document are in the order of its tree, each
/// container before its content, so that a lookup can walk tree and entries side by side, and the
/// map needs neither keys nor pointers of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) key: Packed,
    pub(crate) value: Packed,
    /// Number of entries of this value: itself and everything below it.
    pub(crate) size: u32,
}

/// A span of half the size. Loading rejects documents above 4 GiB.
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

    /// The same span in a text that begins at `base` of the address space.
    pub(crate) fn shifted(self, base: u32) -> Self {
        if self.start == u32::MAX {
            return self;
        }
        Self {
            start: self.start + base,
            end: self.end + base,
        }
    }

    pub(crate) fn span(self) -> Option<Span> {
        (self.start != u32::MAX).then_some(Span {
            start: self.start as usize,
            end: self.end as usize,
        })
    }
}
