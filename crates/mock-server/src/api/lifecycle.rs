use std::time::{Duration, SystemTime};

use chrono::{NaiveDate, NaiveTime};
use http::{HeaderName, HeaderValue};

/// `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) of a deprecated operation, from `x-deprecated-on` and `x-sunset`.
///
/// Without a date of its own a deprecation has always been.
pub(crate) fn headers(operation: &oas::Operation<'_>) -> Vec<(HeaderName, HeaderValue)> {
    if !operation.is_deprecated() {
        return Vec::new();
    }
    let since = seconds(operation.node().str("x-deprecated-on")).unwrap_or(0);
    let sunset =
        seconds(operation.node().str("x-sunset")).and_then(|seconds| u64::try_from(seconds).ok());
    let sunset = sunset.map(|seconds| {
        httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
    });
    let named = [
        ("deprecation", Some(format!("@{since}"))),
        ("sunset", sunset),
    ];
    let headers = named.into_iter().filter_map(|(name, text)| {
        Some((
            HeaderName::from_static(name),
            HeaderValue::try_from(text?).ok()?,
        ))
    });
    headers.collect()
}

/// The beginning of a day, in seconds since 1970.
fn seconds(date: Option<&str>) -> Option<i64> {
    let date: NaiveDate = date?.get(..10)?.parse().ok()?;
    // HTTP dates end with the year 9999.
    let date = date.and_time(NaiveTime::MIN).and_utc().timestamp();
    (..253_402_300_800).contains(&date).then_some(date)
}
