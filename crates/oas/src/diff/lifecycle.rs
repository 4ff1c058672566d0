use chrono::{DateTime, NaiveDate};

use super::change::Lifecycle;

/// What a removal means for callers, by what was announced about the thing that was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Removal {
    /// Nobody was promised that it stays: it was a draft.
    Unstable,
    /// It was not announced.
    Unannounced,
    /// It was announced, without a date or with one that has come.
    Announced,
    /// It was announced for a date that has not come.
    TooEarly(NaiveDate),
    /// It was announced for something that is no date.
    BadDate,
}

impl Lifecycle {
    pub(super) fn removal(&self, today: NaiveDate) -> Removal {
        if self.stability.as_deref().is_some_and(is_unstable) {
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

/// The stability levels, from the weakest promise to the strongest.
const STABILITY: [&str; 4] = ["draft", "alpha", "beta", "stable"];

/// Whether a stability level promises nothing yet.
pub(super) fn is_unstable(level: &str) -> bool {
    matches!(level, "draft" | "alpha")
}

/// How strong a promise a stability level is; what says nothing is stable. `None` for what is no
/// level.
pub(super) fn stability(level: Option<&str>) -> Option<usize> {
    let Some(level) = level else {
        return Some(STABILITY.len() - 1);
    };
    STABILITY.iter().position(|known| *known == level)
}

/// A date, or the date of an instant, as RFC 3339 writes them.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let instant = || {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|instant| instant.date_naive())
    };
    text.parse().ok().or_else(instant)
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
    fn a_removal_is_announced_from_the_day_of_its_sunset_on() {
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
    fn a_sunset_may_be_an_instant() {
        assert_eq!(date("2027-01-31T00:00:00Z"), date("2027-01-31"));
        assert_eq!(date("31.01.2027"), None);
    }
}
