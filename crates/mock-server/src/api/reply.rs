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

    /// A value as this media type: a text as it is where the type is not JSON.
    pub(crate) fn value(status: StatusCode, content_type: &str, value: &Value) -> Self {
        match value {
            Value::String(text) if !content_type.contains("json") => {
                let reply = Self {
                    body: Bytes::copy_from_slice(text.as_bytes()),
                    ..Self::empty(status)
                };
                reply.with(CONTENT_TYPE.as_str(), content_type)
            }
            other => Self::json(status, content_type, other),
        }
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
