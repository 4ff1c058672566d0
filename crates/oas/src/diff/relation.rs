use serde::Serialize;

/// How sure it is that something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// It does not happen.
    No,
    /// The documents cannot tell.
    Maybe,
    /// It happens for at least one value.
    Yes,
}

/// What became of a set of accepted values from base to revision.
///
/// Two questions say it all: does the revision refuse something that the base accepted, and does it accept something that
/// the base refused? The named constants are the answers a keyword usually gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Relation {
    /// Whether the revision refuses a value that the base accepted.
    pub loses: Certainty,
    /// Whether the revision accepts a value that the base refused.
    pub gains: Certainty,
}

impl Relation {
    /// The same values.
    pub const EQUAL: Self = Self {
        loses: Certainty::No,
        gains: Certainty::No,
    };
    /// Fewer values, and none that is new.
    pub const NARROWED: Self = Self {
        loses: Certainty::Yes,
        gains: Certainty::No,
    };
    /// More values, and all of the old ones.
    pub const WIDENED: Self = Self {
        loses: Certainty::No,
        gains: Certainty::Yes,
    };
    /// Some values lost and some gained.
    pub const INCOMPARABLE: Self = Self {
        loses: Certainty::Yes,
        gains: Certainty::Yes,
    };
    /// The documents cannot tell.
    pub const UNKNOWN: Self = Self {
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

    /// What both changes together do, each of which restricts the same value.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrowing_and_a_widening_together_are_incomparable() {
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
    fn the_mirror_of_a_narrowing_is_a_widening() {
        assert_eq!(Relation::NARROWED.mirrored(), Relation::WIDENED);
        assert_eq!(Relation::INCOMPARABLE.mirrored(), Relation::INCOMPARABLE);
    }
}
