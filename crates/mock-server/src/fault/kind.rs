use std::ops::Range;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};

use super::latency::Latency;
use crate::http_date;

/// A fault of one request.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub(crate) kind: FaultKind,
    pub(crate) after_create: bool,
    pub(crate) delay: Option<Range<Duration>>,
    pub(crate) retry_after: Option<RetryAfter>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FaultKind {
    None,
    Status(StatusCode),
    Body {
        status: StatusCode,
        content_type: &'static str,
        body: Bytes,
    },
    ExpiredToken,
    CloseOnAccept,
    CloseBeforeReading,
    CloseAfterReading,
    Garbage,
    HalfBody,
    SlowBytes(Duration),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum RetryAfter {
    Seconds(u64),
    Date(SystemTime),
}

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>The gateway could not reach the service</h1></body></html>\n";

impl Fault {
    /// No fault.
    pub fn none() -> Self {
        Self::from(FaultKind::None)
    }

    /// A response with this status, in the shape and with the headers that the document has for it.
    /// `Retry-After` is sent only if [`retry_after`](Self::retry_after) or
    /// [`retry_after_date`](Self::retry_after_date) adds it.
    ///
    /// # Panics
    /// If the status is not between 100 and 999.
    pub fn status(status: u16) -> Self {
        Self::from(FaultKind::Status(status_code(status)))
    }

    /// A response with this status and the HTML page of a gateway.
    ///
    /// # Panics
    /// If the status is not between 100 and 999.
    pub fn html(status: u16) -> Self {
        Self::body(status, "text/html; charset=utf-8", HTML)
    }

    /// A response with this status, `Content-Type` and body.
    ///
    /// # Panics
    /// If the status is not between 100 and 999.
    pub fn body(status: u16, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self::from(FaultKind::Body {
            status: status_code(status),
            content_type,
            body: body.into(),
        })
    }

    /// A redirect with an empty body.
    ///
    /// # Panics
    /// If the status is not between 100 and 999, or the location is not a valid header value.
    pub fn redirect(status: u16, location: &str) -> Self {
        Self::body(status, "text/plain", Bytes::new()).header("location", location)
    }

    /// Makes the token of the request expire, and responds with the 401 of an expired token (RFC
    /// 6750, section 3.1).
    pub fn expired_token() -> Self {
        Self::from(FaultKind::ExpiredToken)
    }

    /// Closes the connection when it is accepted, before any byte is read. An open connection is
    /// closed after the head of the request.
    pub fn close_on_accept() -> Self {
        Self::from(FaultKind::CloseOnAccept)
    }

    /// Closes the connection after the head of the request, before its body is read.
    pub fn close_before_reading() -> Self {
        Self::from(FaultKind::CloseBeforeReading)
    }

    /// Closes the connection after the request has been read, without a response.
    pub fn close_after_reading() -> Self {
        Self::from(FaultKind::CloseAfterReading)
    }

    /// Replaces the body of the response by bytes that are neither JSON nor UTF-8.
    pub fn garbage() -> Self {
        Self::from(FaultKind::Garbage)
    }

    /// Sends the first half of the body of the response, then closes the connection.
    pub fn half_body() -> Self {
        Self::from(FaultKind::HalfBody)
    }

    /// Sends the body of the response byte by byte, with this pause before each.
    pub fn slow_bytes(pause: Duration) -> Self {
        Self::from(FaultKind::SlowBytes(pause))
    }

    /// Carries out and records the request, if it is valid, before the fault acts.
    #[must_use]
    pub fn after_create(mut self) -> Self {
        self.after_create = true;
        self
    }

    /// Waits before the request is carried out, or afterwards with
    /// [`after_create`](Self::after_create).
    #[must_use]
    pub fn delay(self, delay: Duration) -> Self {
        self.delay_between(delay..delay)
    }

    /// Waits as [`delay`](Self::delay) does, for a random duration within this range.
    #[must_use]
    pub(crate) fn delay_between(mut self, range: Range<Duration>) -> Self {
        self.delay = Some(range);
        self
    }

    /// Adds `Retry-After` as a number of seconds, rounded up.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(RetryAfter::Seconds(
            wait.as_secs() + u64::from(wait.subsec_nanos() > 0),
        ));
        self
    }

    /// Adds `Retry-After` as an HTTP date, rounded down to whole seconds. HTTP dates range from
    /// 1970 to the end of the year 9999; other dates are moved to the nearest of these.
    #[must_use]
    pub fn retry_after_date(mut self, date: SystemTime) -> Self {
        let first = SystemTime::UNIX_EPOCH;
        let last = first + Duration::from_secs(http_date::LAST);
        self.retry_after = Some(RetryAfter::Date(date.clamp(first, last)));
        self
    }

    /// Sets a header of the response.
    ///
    /// # Panics
    /// If the name or the value is not valid.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "faults are written in tests, where a panic is the right message"
    )]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("a header value");
        self.headers.push((
            HeaderName::from_bytes(name.as_bytes()).expect("a header name"),
            value,
        ));
        self
    }

    /// Adds this latency, unless the fault has a delay.
    pub(crate) fn or_delay(mut self, latency: &Latency) -> Self {
        self.delay = self.delay.or_else(|| Some(latency.0.clone()));
        self
    }

    pub(crate) fn wait(&self) -> Option<Duration> {
        let range = self.delay.as_ref()?;
        Some(drawn(range, &mut fastrand::Rng::new()))
    }

    /// The same fault with a delay from this generator, so that it depends on the seed.
    pub(crate) fn with_drawn_delay(mut self, rng: &mut fastrand::Rng) -> Self {
        let delay = self.delay.map(|range| drawn(&range, rng));
        self.delay = delay.map(|delay| delay..delay);
        self
    }

    /// Whether the connection is closed before the body is read.
    pub(crate) fn closes_unread(&self) -> bool {
        matches!(
            self.kind,
            FaultKind::CloseOnAccept | FaultKind::CloseBeforeReading
        )
    }

    /// Whether the fault replaces the documented response.
    pub(crate) fn replaces_response(&self) -> bool {
        !matches!(
            self.kind,
            FaultKind::None | FaultKind::Garbage | FaultKind::HalfBody | FaultKind::SlowBytes(_)
        )
    }
}

impl From<FaultKind> for Fault {
    fn from(kind: FaultKind) -> Self {
        Self {
            kind,
            after_create: false,
            delay: None,
            retry_after: None,
            headers: Vec::new(),
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "faults are written in tests, where a panic is the right message"
)]
fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).expect("a status between 100 and 999")
}

fn drawn(range: &Range<Duration>, rng: &mut fastrand::Rng) -> Duration {
    match range.end.checked_sub(range.start) {
        Some(spread) if !spread.is_zero() => range.start + spread.mul_f64(rng.f64()),
        _ => range.start,
    }
}
