use chrono::{DateTime, NaiveDate};

use crate::Node;
use crate::vocabulary::extension::{STABILITY_LEVEL, SUNSET};

/// Announcements about an operation, a parameter, a header or a property.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lifecycle {
    /// `deprecated: true`.
    pub deprecated: bool,
    /// `x-sunset`, as written.
    pub sunset: Option<String>,
    /// `x-stability-level`, as written.
    pub stability: Option<String>,
}

/// Whether a removal was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Removal {
    /// The part was a draft.
    Unstable,
    Unannounced,
    /// Announced without a date, or with one that has passed.
    Announced,
    /// Announced for a date in the future.
    TooEarly(NaiveDate),
    /// Announced for something that is not a date.
    BadDate,
}

impl Lifecycle {
    /// Reads the announcements of an operation, a parameter or a header.
    pub(super) fn of(node: &Node<'_>) -> Self {
        let text = |key: &str| node.value.get(key).map(super::value::bare);
        Self {
            deprecated: node.is_true("deprecated"),
            sunset: text(SUNSET),
            stability: text(STABILITY_LEVEL),
        }
    }

    pub(super) fn is_unstable(&self) -> bool {
        self.stability.as_deref().is_some_and(is_unstable)
    }

    pub(super) fn removal(&self, today: NaiveDate) -> Removal {
        if self.is_unstable() {
            return Removal::Unstable;
        }
        if !self.deprecated {
            return Removal::Unannounced;
        }
        match self.sunset.as_deref().map(date) {
            None => Removal::Announced,
            Some(None) => Removal::BadDate,
            Some(Some(sunset)) if sunset > today => Removal::TooEarly(sunset),
            Some(Some(_)) => Removal::Announced,
        }
    }
}

/// The stability levels, in ascending order.
const STABILITY: [&str; 4] = ["draft", "alpha", "beta", "stable"];

fn is_unstable(level: &str) -> bool {
    matches!(level, "draft" | "alpha")
}

/// The rank of a stability level; the default is stable. `None` for an unknown level.
fn stability(level: Option<&str>) -> Option<usize> {
    let Some(level) = level else {
        return Some(STABILITY.len() - 1);
    };
    STABILITY.iter().position(|known| *known == level)
}

/// Reads a date, or the date of an instant (RFC 3339).
fn date(text: &str) -> Option<NaiveDate> {
    let instant = || {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|instant| instant.date_naive())
    };
    text.parse().ok().or_else(instant)
}

/// A change of a sunset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SunsetChange {
    Unreadable,
    Sooner,
    Later,
    Announced,
    /// Announced for a date that has passed.
    TooSoon,
    Withdrawn,
    /// The part is not deprecated.
    Meaningless,
}

impl SunsetChange {
    /// Reads two sunsets, as JSON, of parts that are deprecated or not.
    pub(super) fn between(
        (before, after): (Option<&str>, Option<&str>),
        (was_deprecated, is_deprecated): (bool, bool),
        today: NaiveDate,
    ) -> Self {
        let read = |text: &str| date(text.trim_matches('"'));
        match (before.map(read), after.map(read)) {
            _ if !is_deprecated => Self::Meaningless,
            (_, Some(None)) => Self::Unreadable,
            (Some(_), None) if was_deprecated => Self::Withdrawn,
            (Some(None), Some(_)) if was_deprecated => Self::Unreadable,
            (Some(Some(before)), Some(Some(after))) if was_deprecated => {
                if after < before {
                    Self::Sooner
                } else {
                    Self::Later
                }
            }
            (_, Some(Some(after))) if after <= today => Self::TooSoon,
            _ => Self::Announced,
        }
    }
}

/// A change of a stability level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StabilityChange {
    Unreadable,
    Increased,
    Decreased,
}

impl StabilityChange {
    /// Reads two levels, as JSON. A number without quotes is not a level.
    pub(super) fn between(before: Option<&str>, after: Option<&str>) -> Self {
        let read = |text: Option<&str>| stability(text.map(|text| text.trim_matches('"')));
        match (read(before), read(after)) {
            (Some(before), Some(after)) if after < before => Self::Decreased,
            (Some(_), Some(_)) => Self::Increased,
            _ => Self::Unreadable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deprecated(sunset: Option<&str>) -> Lifecycle {
        Lifecycle {
            deprecated: true,
            sunset: sunset.map(str::to_owned),
            stability: None,
        }
    }

    #[test]
    fn removal_is_announced_from_the_sunset_on() {
        let day = |text: &str| date(text).unwrap();
        let sunset = deprecated(Some("2027-01-31"));
        assert_eq!(
            sunset.removal(day("2027-01-30")),
            Removal::TooEarly(day("2027-01-31"))
        );
        assert_eq!(sunset.removal(day("2027-01-31")), Removal::Announced);
        assert_eq!(
            deprecated(None).removal(day("2027-01-31")),
            Removal::Announced
        );
        assert_eq!(
            deprecated(Some("soon")).removal(day("2027-01-31")),
            Removal::BadDate
        );
        assert_eq!(
            Lifecycle::default().removal(day("2027-01-31")),
            Removal::Unannounced
        );
    }

    #[test]
    fn reads_a_sunset_that_is_an_instant() {
        assert_eq!(date("2027-01-31T00:00:00Z"), date("2027-01-31"));
        assert_eq!(date("31.01.2027"), None);
    }
}
