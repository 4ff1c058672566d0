//! The date of today.

use chrono::{NaiveDate, Utc};

/// Returns the date, in UTC.
pub fn today() -> NaiveDate {
    Utc::now().date_naive()
}
