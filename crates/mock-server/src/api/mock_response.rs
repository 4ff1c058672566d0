use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

/// A response before it is sent.
#[derive(Debug, Clone)]
pub(crate) struct MockResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) effect: Effect,
    /// Reason why the request was rejected.
    pub(crate) reason: Option<String>,
    /// Notes for the log.
    pub(crate) notes: Vec<String>,
}

/// Effect of a request.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum Effect {
    /// The request was rejected, or its method is safe.
    #[default]
    None,
    /// The request was carried out.
    Applied,
    /// The request was carried out, and created a resource.
    Created,
}

impl MockResponse {
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            effect: Effect::None,
            reason: None,
            notes: Vec::new(),
        }
    }

    pub(crate) fn json(
        status: StatusCode,
        content_type: &'static str,
        body: &impl Serialize,
    ) -> Self {
        let content_type = HeaderValue::from_static(content_type);
        // Values of strings and numbers always serialise.
        let body = serde_json::to_vec(body).unwrap_or_default();
        Self::new(status, content_type, body.into())
    }

    pub(crate) fn new(status: StatusCode, content_type: HeaderValue, body: Bytes) -> Self {
        let mut response = Self::empty(status);
        response.headers.insert(CONTENT_TYPE, content_type);
        Self { body, ..response }
    }

    /// Sets a header. An invalid name or value, which a document can have, is ignored.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_str(value),
        ) {
            self.headers.insert(name, value);
        }
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    pub(crate) fn with_reason(mut self, reason: Option<&str>) -> Self {
        self.reason = reason.map(str::to_owned);
        self
    }
}
