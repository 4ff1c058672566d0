use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::Value;

/// What is answered.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Whether the request was carried out, and changed something by that.
    pub(crate) created: bool,
}

impl Reply {
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            created: false,
        }
    }

    pub(crate) fn json(status: StatusCode, content_type: &str, body: &Value) -> Self {
        // A value of strings, numbers and the like always serialises.
        let bytes = serde_json::to_vec(body).unwrap_or_default();
        Self {
            body: bytes.into(),
            ..Self::empty(status)
        }
        .with(CONTENT_TYPE.as_str(), content_type)
    }

    /// Sets a header. What is no header is left out: names and values come from documents.
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
}
