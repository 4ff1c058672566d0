use std::ops::Range;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};

use super::Latency;

/// What happens to one request.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub(crate) act: Act,
    pub(crate) after_create: bool,
    pub(crate) delay: Option<Range<Duration>>,
    pub(crate) retry_after: Option<RetryAfter>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Act {
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
    /// Nothing goes wrong.
    pub fn none() -> Self {
        Self::from(Act::None)
    }

    /// An answer with this status, in the document's own shape for it and with its documented headers; `Retry-After` only where
    /// [`retry_after`](Self::retry_after) or [`retry_after_date`](Self::retry_after_date) adds it.
    ///
    /// # Panics
    /// When the status is not between 100 and 999: a mistake in the test that asks for it.
    pub fn status(status: u16) -> Self {
        Self::from(Act::Status(status_code(status)))
    }

    /// An answer with this status and a gateway's HTML page.
    ///
    /// # Panics
    /// When the status is not between 100 and 999.
    pub fn html(status: u16) -> Self {
        Self::body(status, "text/html; charset=utf-8", HTML)
    }

    /// An answer with this status, `Content-Type` and body.
    ///
    /// # Panics
    /// When the status is not between 100 and 999.
    pub fn body(status: u16, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self::from(Act::Body {
            status: status_code(status),
            content_type,
            body: body.into(),
        })
    }

    /// A redirect with an empty body.
    ///
    /// # Panics
    /// When the status is not between 100 and 999, or the location is no header value.
    pub fn redirect(status: u16, location: &str) -> Self {
        Self::body(status, "text/plain", Bytes::new()).header("location", location)
    }

    /// The token that came with the request has expired: it is forgotten by the token endpoint, and the answer is the 401 of an expired
    /// token (RFC 6750 §3.1).
    pub fn expired_token() -> Self {
        Self::from(Act::ExpiredToken)
    }

    /// The connection is accepted and closed, before a byte is read. On a connection that is open already, it is closed when the
    /// request's head has arrived.
    pub fn close_on_accept() -> Self {
        Self::from(Act::CloseOnAccept)
    }

    /// The connection is closed when the request's head has been read, and its body has not.
    pub fn close_before_reading() -> Self {
        Self::from(Act::CloseBeforeReading)
    }

    /// The connection is closed when the request has been read to its end, without an answer.
    pub fn close_after_reading() -> Self {
        Self::from(Act::CloseAfterReading)
    }

    /// The answer's status and headers as they should be, and bytes in place of its body that are no JSON (and no UTF-8).
    pub fn garbage() -> Self {
        Self::from(Act::Garbage)
    }

    /// The first half of the answer's body, then the connection is closed.
    pub fn half_body() -> Self {
        Self::from(Act::HalfBody)
    }

    /// The answer's body, byte by byte, with this pause before each.
    pub fn slow_bytes(pause: Duration) -> Self {
        Self::from(Act::SlowBytes(pause))
    }

    /// Lets the request be processed and, if it is valid, its create be recorded, before the fault acts.
    #[must_use]
    pub fn after_create(mut self) -> Self {
        self.after_create = true;
        self
    }

    /// Waits, before the request is processed, or after that with [`after_create`](Self::after_create).
    #[must_use]
    pub fn delay(self, delay: Duration) -> Self {
        self.delay_between(delay..delay)
    }

    /// Waits as [`delay`](Self::delay) does, for a random time in this range.
    #[must_use]
    pub fn delay_between(mut self, range: Range<Duration>) -> Self {
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

    /// Adds `Retry-After` as an HTTP date. The date has whole seconds: what is below is cut off. HTTP dates go from 1970 to the end of
    /// the year 9999; a date outside is moved to its nearer end.
    #[must_use]
    pub fn retry_after_date(mut self, date: SystemTime) -> Self {
        let first = SystemTime::UNIX_EPOCH;
        let last = first + Duration::from_secs(253_402_300_799);
        self.retry_after = Some(RetryAfter::Date(date.clamp(first, last)));
        self
    }

    /// Adds a header to the answer, in place of the answer's own of that name.
    ///
    /// # Panics
    /// When the name or the value is not one that HTTP allows: a mistake in the test that asks for it.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "a fault is written in test code, where a panic is the right message"
    )]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("a header value");
        self.headers.push((
            HeaderName::from_bytes(name.as_bytes()).expect("a header name"),
            value,
        ));
        self
    }

    /// Waits as long as this, unless it has a delay of its own.
    pub(crate) fn or_delay(mut self, latency: &Latency) -> Self {
        self.delay = self.delay.or_else(|| Some(latency.0.clone()));
        self
    }

    pub(crate) fn wait(&self) -> Option<Duration> {
        let range = self.delay.as_ref()?;
        Some(drawn(range, &mut fastrand::Rng::new()))
    }

    /// The same fault with its delay drawn from this generator, so that a seed decides on it too.
    pub(crate) fn with_drawn_delay(mut self, rng: &mut fastrand::Rng) -> Self {
        let delay = self.delay.map(|range| drawn(&range, rng));
        self.delay = delay.map(|delay| delay..delay);
        self
    }

    /// Whether the connection is closed before the body is read.
    pub(crate) fn closes_unread(&self) -> bool {
        matches!(self.act, Act::CloseOnAccept | Act::CloseBeforeReading)
    }

    /// Whether the caller sees nothing of the honest answer.
    pub(crate) fn replaces_answer(&self) -> bool {
        !matches!(
            self.act,
            Act::None | Act::Garbage | Act::HalfBody | Act::SlowBytes(_)
        )
    }
}

impl From<Act> for Fault {
    fn from(act: Act) -> Self {
        Self {
            act,
            after_create: false,
            delay: None,
            retry_after: None,
            headers: Vec::new(),
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "a fault is written in test code, where a panic is the right message"
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
