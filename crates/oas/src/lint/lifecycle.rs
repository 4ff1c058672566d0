use chrono::NaiveDate;

use crate::Node;

/// The date in an extension of an operation, `YYYY-MM-DD` (RFC 3339, `full-date`); `None` when
/// there is none, or it is not one.
pub(super) fn date(operation: &Node<'_>, key: &str) -> Option<NaiveDate> {
    let text = operation.str(key)?;
    // chrono also accepts `2027-1-31`.
    (text.len() == 10).then(|| text.parse().ok())?
}
