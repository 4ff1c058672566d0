use std::time::{Duration, SystemTime};

use reqwest::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};

/// The delay requested by `Retry-After` (RFC 9110, section 10.2.3): seconds, or an HTTP date; of
/// several, the longest.
///
/// A date is compared with the `Date` of the same response if there is one, so that a client with a
/// wrong clock still waits long enough. Fractions of a second are not in the standard but are sent,
/// and are accepted. A date in the past means no delay; an unreadable value is ignored.
pub(crate) fn retry_after(headers: &HeaderMap, calendar: SystemTime) -> Option<Duration> {
    if !headers.contains_key(RETRY_AFTER) {
        return None;
    }
    let now = headers.get(DATE).and_then(date).unwrap_or(calendar);
    let values = headers.get_all(RETRY_AFTER).iter();
    let delays = values.filter_map(|value| delay(value.to_str().ok()?.trim(), now));
    delays.max()
}

fn delay(value: &str, now: SystemTime) -> Option<Duration> {
    if value.starts_with(|first: char| first.is_ascii_digit()) {
        // A proxy may have joined several headers into one.
        return value.split(',').map(|part| seconds(part.trim())).max()?;
    }
    let until = httpdate::parse_http_date(value).ok()?;
    Some(until.duration_since(now).unwrap_or_default())
}

fn seconds(value: &str) -> Option<Duration> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    // A number that overflows means the longest delay.
    let whole = whole.parse().map_or(Duration::MAX, Duration::from_secs);
    let rounded_up = u64::from(fraction.bytes().any(|digit| digit != b'0'));
    Some(whole.saturating_add(Duration::from_secs(rounded_up)))
}

fn date(value: &HeaderValue) -> Option<SystemTime> {
    httpdate::parse_http_date(value.to_str().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: &str = "Fri, 30 Oct 2026 12:00:00 GMT";

    fn read(value: &'static str, date: Option<&'static str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_static(value));
        if let Some(date) = date {
            headers.insert(DATE, HeaderValue::from_static(date));
        }
        retry_after(&headers, httpdate::parse_http_date(NOON).unwrap())
    }

    #[test]
    fn reads_retry_after_in_seconds() {
        assert_eq!(read("7", None), Some(Duration::from_secs(7)));
        assert_eq!(read(" 0 ", None), Some(Duration::ZERO));
        assert_eq!(read("1.5", None), Some(Duration::from_secs(2)));
        assert_eq!(
            read("99999999999999999999999", None),
            Some(Duration::MAX),
            "never is not now"
        );
    }

    #[test]
    fn compares_dates_with_the_date_of_the_response() {
        let later = "Fri, 30 Oct 2026 12:00:20 GMT";
        assert_eq!(read(later, None), Some(Duration::from_secs(20)));
        assert_eq!(
            read(later, Some("Fri, 30 Oct 2026 12:00:15 GMT")),
            Some(Duration::from_secs(5))
        );
        assert_eq!(read(NOON, Some(later)), Some(Duration::ZERO));
    }

    #[test]
    fn longest_of_several_applies() {
        let mut headers = HeaderMap::new();
        for value in ["5", "soon", "Fri, 30 Oct 2026 12:00:20 GMT", "7, 9"] {
            headers.append(RETRY_AFTER, HeaderValue::from_static(value));
        }
        let noon = httpdate::parse_http_date(NOON).unwrap();
        assert_eq!(retry_after(&headers, noon), Some(Duration::from_secs(20)));
        assert_eq!(read("7, 9", None), Some(Duration::from_secs(9)));
    }

    #[test]
    fn ignores_invalid_retry_after() {
        for nonsense in [
            "",
            "-1",
            "soon",
            "7 s",
            "1.x",
            "Fri, 99 Oct 2026 12:00:00 GMT",
        ] {
            assert_eq!(read(nonsense, None), None, "{nonsense:?}");
        }
    }
}
