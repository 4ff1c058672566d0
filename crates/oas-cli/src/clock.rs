//! The reference date of checks that depend on one.

use chrono::{NaiveDate, Utc};

/// Parses the date of an argument.
///
/// # Errors
/// When it is not a date.
pub(crate) fn date(text: &str) -> Result<NaiveDate, String> {
    let expected = "expected a date, YYYY-MM-DD";
    text.parse().map_err(|_| expected.to_owned())
}

/// Returns the date of today, in UTC.
pub fn today() -> NaiveDate {
    Utc::now().date_naive()
}
