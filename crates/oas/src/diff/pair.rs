/// A value of the base and its counterpart in the revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Pair<T> {
    pub(super) base: T,
    pub(super) revision: T,
}

impl<T> Pair<T> {
    pub(super) fn new(base: T, revision: T) -> Self {
        Self { base, revision }
    }

    pub(super) fn map<U>(self, mut each: impl FnMut(T) -> U) -> Pair<U> {
        Pair {
            base: each(self.base),
            revision: each(self.revision),
        }
    }

    pub(super) fn as_ref(&self) -> Pair<&T> {
        Pair::new(&self.base, &self.revision)
    }

    pub(super) fn as_mut(&mut self) -> Pair<&mut T> {
        Pair::new(&mut self.base, &mut self.revision)
    }

    pub(super) fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair::new((self.base, other.base), (self.revision, other.revision))
    }

    /// Both, the base first.
    pub(super) fn each(self) -> [T; 2] {
        [self.base, self.revision]
    }

    pub(super) fn differs(&self) -> bool
    where
        T: PartialEq,
    {
        self.base != self.revision
    }
}

impl<T> Pair<Option<T>> {
    pub(super) fn both(self) -> Option<Pair<T>> {
        Some(Pair::new(self.base?, self.revision?))
    }
}
