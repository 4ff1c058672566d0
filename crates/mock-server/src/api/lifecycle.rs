use std::time::{Duration, SystemTime};

use chrono::{NaiveDate, NaiveTime};
use http::header::{LINK, LOCATION};
use http::{HeaderName, HeaderValue, StatusCode};
use oas::extension::{DEPRECATED_ON, SUCCESSOR, SUNSET};
use serde_json::json;

use super::mock_response::MockResponse;
use crate::http_date;

/// Response to requests of an operation after its sunset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AfterSunset {
    /// 410, in the shape that the document has for errors.
    #[default]
    Gone,
    /// 404, likewise.
    NotFound,
    /// 403 with `{"message": "Missing Authentication Token"}`: the response of an AWS gateway to a
    /// route that does not exist.
    Forbidden,
    /// 308 to the successor.
    Redirect,
}

/// The announced end of a deprecated operation.
#[derive(Default)]
pub(crate) struct Lifecycle {
    headers: Vec<(HeaderName, HeaderValue)>,
    sunset: Option<NaiveDate>,
    successor: Option<String>,
}

/// Response after the sunset.
pub(crate) enum End {
    /// An error of the document.
    Failure(StatusCode),
    Response(MockResponse),
}

impl Lifecycle {
    /// `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link` (RFC 5829) of a deprecated
    /// operation, from `x-deprecated-on`, `x-sunset` and the path of `x-successor`.
    ///
    /// Without a date, the operation has always been deprecated.
    pub(crate) fn of(operation: &oas::Operation<'_>, all: &[oas::Operation<'_>]) -> Self {
        if !operation.is_deprecated() {
            return Self::default();
        }
        let node = operation.node();
        let since = node.str(DEPRECATED_ON).and_then(date);
        let since = since.and_then(seconds).unwrap_or(0);
        let sunset = node.str(SUNSET).and_then(date);
        let sunset_text = sunset.and_then(seconds).map(|seconds| {
            httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        });
        let successor = node.str(SUCCESSOR).and_then(|id| {
            let successor = all.iter().find(|operation| operation.id() == Some(id))?;
            Some(successor.path().to_owned())
        });
        let link = successor
            .as_ref()
            .map(|path| format!("<{path}>; rel=\"successor-version\""));
        let named = [
            (
                HeaderName::from_static("deprecation"),
                Some(format!("@{since}")),
            ),
            (HeaderName::from_static("sunset"), sunset_text),
            (LINK, link),
        ];
        let headers = named
            .into_iter()
            .filter_map(|(name, text)| Some((name, HeaderValue::try_from(text?).ok()?)));
        Self {
            headers: headers.collect(),
            sunset,
            successor,
        }
    }

    /// The headers of every response.
    pub(crate) fn headers(&self) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
        self.headers.iter().cloned()
    }

    /// The response after the sunset, if it is reached on this date.
    pub(crate) fn end(&self, today: NaiveDate, after: AfterSunset) -> Option<End> {
        self.sunset.filter(|sunset| *sunset <= today)?;
        Some(match (after, &self.successor) {
            (AfterSunset::Gone, _) | (AfterSunset::Redirect, None) => {
                End::Failure(StatusCode::GONE)
            }
            (AfterSunset::NotFound, _) => End::Failure(StatusCode::NOT_FOUND),
            (AfterSunset::Forbidden, _) => {
                let body = json!({ "message": "Missing Authentication Token" });
                End::Response(MockResponse::json(
                    StatusCode::FORBIDDEN,
                    "application/json",
                    &body,
                ))
            }
            (AfterSunset::Redirect, Some(path)) => {
                let response = MockResponse::empty(StatusCode::PERMANENT_REDIRECT);
                End::Response(response.with(LOCATION.as_str(), path))
            }
        })
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}

/// The beginning of a day, in seconds since 1970.
fn seconds(date: NaiveDate) -> Option<u64> {
    let seconds = u64::try_from(date.and_time(NaiveTime::MIN).and_utc().timestamp()).ok()?;
    (seconds <= http_date::LAST).then_some(seconds)
}
