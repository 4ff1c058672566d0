use chrono::{DateTime, NaiveDate, Utc};
use reqwest::header::HeaderMap;

use super::link::{Link, links};
use crate::facts::Facts;

/// The lifecycle of an operation. Days are in UTC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lifecycle {
    /// The day it was deprecated, or will be.
    pub deprecated_on: Option<NaiveDate>,
    /// The day from which it may be removed.
    pub sunset_on: Option<NaiveDate>,
    /// The links that the service sent with these dates.
    pub links: Vec<Link>,
}

impl Lifecycle {
    /// The lifecycle that the document states.
    pub fn documented(facts: &Facts) -> Self {
        Self {
            deprecated_on: facts.deprecated_on,
            sunset_on: facts.sunset,
            links: Vec::new(),
        }
    }

    /// The lifecycle that the headers of a response announce: `Deprecation` (RFC 9745), `Sunset`
    /// (RFC 8594) and their links. None if there is neither of the two.
    pub fn announced(headers: &HeaderMap) -> Option<Self> {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let deprecated_on = text("deprecation").and_then(deprecation);
        let sunset_on = text("sunset").and_then(http_date);
        if deprecated_on.is_none() && sunset_on.is_none() {
            return None;
        }
        Some(Self {
            deprecated_on,
            sunset_on,
            links: links(headers),
        })
    }

    /// Days from the given one to the sunset; negative after it, none without a sunset.
    pub fn days_left(&self, on: NaiveDate) -> Option<i64> {
        Some((self.sunset_on? - on).num_days())
    }

    /// This lifecycle, overridden by an announced one.
    pub(crate) fn overlaid(mut self, announced: Self) -> Self {
        self.deprecated_on = announced.deprecated_on.or(self.deprecated_on);
        self.sunset_on = announced.sunset_on.or(self.sunset_on);
        self.links = announced.links;
        self
    }
}

/// A structured field of the type Date: `@1688169599`. The drafts before the standard had an HTTP
/// date.
fn deprecation(value: &str) -> Option<NaiveDate> {
    let item = value.split(';').next().unwrap_or_default().trim();
    match item.strip_prefix('@') {
        Some(seconds) => Some(DateTime::from_timestamp(seconds.parse().ok()?, 0)?.date_naive()),
        None => http_date(value),
    }
}

fn http_date(value: &str) -> Option<NaiveDate> {
    let time = httpdate::parse_http_date(value.trim()).ok()?;
    Some(DateTime::<Utc>::from(time).date_naive())
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderName, HeaderValue};

    use super::*;
    use crate::facts::Class;

    fn documented() -> Lifecycle {
        let facts = Facts::new("a", "POST", "/", Class::Unsafe);
        let day = NaiveDate::from_ymd_opt;
        Lifecycle::documented(&facts.deprecated(day(2026, 2, 12), day(2027, 1, 31)))
    }

    fn read(headers: &[(&'static str, &'static str)]) -> Option<Lifecycle> {
        let headers = headers.iter().map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        });
        Lifecycle::announced(&headers.collect())
    }

    #[test]
    fn documented_dates_are_the_default() {
        let documented = documented();
        assert_eq!(
            documented.deprecated_on,
            NaiveDate::from_ymd_opt(2026, 2, 12)
        );
        let eve = NaiveDate::from_ymd_opt(2027, 1, 30).unwrap();
        assert_eq!(documented.days_left(eve), Some(1));
        let later = NaiveDate::from_ymd_opt(2027, 2, 2).unwrap();
        assert_eq!(documented.days_left(later), Some(-2));
    }

    #[test]
    fn reads_lifecycle_headers() {
        let announced = read(&[
            ("deprecation", "@1688169599"),
            ("sunset", "Sun, 30 Jun 2024 23:59:59 GMT"),
            ("link", "<https://example.com>; rel=\"deprecation\""),
        ]);
        let announced = announced.unwrap();
        assert_eq!(
            announced.deprecated_on,
            NaiveDate::from_ymd_opt(2023, 6, 30)
        );
        assert_eq!(announced.sunset_on, NaiveDate::from_ymd_opt(2024, 6, 30));
        assert_eq!(announced.links[0].relation, "deprecation");
    }

    #[test]
    fn ignores_invalid_lifecycle_headers() {
        for value in ["", "true", "@", "@x", "@99999999999999999999", "soon"] {
            assert_eq!(
                read(&[("deprecation", value), ("sunset", value)]),
                None,
                "{value}"
            );
        }
    }

    #[test]
    fn announced_dates_override_documented_ones() {
        let announced = read(&[("sunset", "Sun, 30 Jun 2024 23:59:59 GMT")]).unwrap();
        let merged = documented().overlaid(announced);
        assert_eq!(merged.sunset_on, NaiveDate::from_ymd_opt(2024, 6, 30));
        assert_eq!(merged.deprecated_on, NaiveDate::from_ymd_opt(2026, 2, 12));
    }
}
