//! The reference date of date-dependent checks.

use chrono::{NaiveDate, Utc};

/// Parses a date argument.
///
/// # Errors
/// When the text is not a date.
pub(crate) fn date(text: &str) -> Result<NaiveDate, String> {
    let expected = "expected a date, YYYY-MM-DD";
    text.parse().map_err(|_| expected.to_owned())
}

/// Returns today's date in UTC.
pub fn today() -> NaiveDate {
    Utc::now().date_naive()
}
