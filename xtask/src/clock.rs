use chrono::{NaiveDate, Utc};

/// The date, in UTC. No other place of the workspace's checks reads the clock.
pub(crate) fn today() -> NaiveDate {
    Utc::now().date_naive()
}
