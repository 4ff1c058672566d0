use serde::Serialize;

/// Certainty that something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// It does not happen.
    No,
    /// The documents do not decide it.
    Maybe,
    /// It happens for at least one value.
    Yes,
}

/// Difference between the sets of values that base and revision accept.
///
/// The named constants are the usual relations of a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Relation {
    /// Whether the revision rejects a value that the base accepts.
    pub loses: Certainty,
    /// Whether the revision accepts a value that the base rejects.
    pub gains: Certainty,
}

impl Relation {
    /// The same values.
    pub(crate) const EQUAL: Self = Self {
        loses: Certainty::No,
        gains: Certainty::No,
    };
    /// Fewer values.
    pub(crate) const NARROWED: Self = Self {
        loses: Certainty::Yes,
        gains: Certainty::No,
    };
    /// More values.
    pub(crate) const WIDENED: Self = Self {
        loses: Certainty::No,
        gains: Certainty::Yes,
    };
    /// Some values are lost and some are gained.
    pub(crate) const INCOMPARABLE: Self = Self {
        loses: Certainty::Yes,
        gains: Certainty::Yes,
    };
    /// The documents do not decide it.
    pub(crate) const UNKNOWN: Self = Self {
        loses: Certainty::Maybe,
        gains: Certainty::Maybe,
    };

    /// The relation when `loses` and `gains` are known for certain.
    #[must_use]
    pub fn of(loses: bool, gains: bool) -> Self {
        let certain = |happens| {
            if happens {
                Certainty::Yes
            } else {
                Certainty::No
            }
        };
        Self {
            loses: certain(loses),
            gains: certain(gains),
        }
    }

    /// The effect of two changes that apply to the same value.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            loses: self.loses.max(other.loses),
            gains: self.gains.max(other.gains),
        }
    }

    /// The relation read from revision to base.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self {
            loses: self.gains,
            gains: self.loses,
        }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_equal(self) -> bool {
        self == Self::EQUAL
    }
}

/// Whether something was added, removed or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Only the revision has it.
    Added,
    /// Only the base has it.
    Removed,
    /// Both have it, with a difference.
    Changed,
}

impl Edit {
    /// The edit from revision to base.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Changed => Self::Changed,
        }
    }

    /// The edit of something that may exist on either side; `None` if it exists on neither.
    pub(super) fn between(base: bool, revision: bool) -> Option<Self> {
        match (base, revision) {
            (true, true) => Some(Self::Changed),
            (true, false) => Some(Self::Removed),
            (false, true) => Some(Self::Added),
            (false, false) => None,
        }
    }

    /// Selects by the edit.
    pub(super) fn pick<T>(self, added: T, removed: T, changed: T) -> T {
        match self {
            Self::Added => added,
            Self::Removed => removed,
            Self::Changed => changed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrowing_and_widening_combine_to_incomparable() {
        assert_eq!(
            Relation::NARROWED.and(Relation::WIDENED),
            Relation::INCOMPARABLE
        );
        assert_eq!(Relation::NARROWED.and(Relation::EQUAL), Relation::NARROWED);
        assert_eq!(
            Relation::UNKNOWN.and(Relation::NARROWED).loses,
            Certainty::Yes
        );
    }

    #[test]
    fn mirror_of_narrowing_is_widening() {
        assert_eq!(Relation::NARROWED.mirrored(), Relation::WIDENED);
        assert_eq!(Relation::INCOMPARABLE.mirrored(), Relation::INCOMPARABLE);
    }
}
