use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use oas::Json;
use serde::Serialize;

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

    pub(crate) fn json(
        status: StatusCode,
        content_type: &'static str,
        body: &impl Serialize,
    ) -> Self {
        let content_type = HeaderValue::from_static(content_type);
        // A value of strings, numbers and the like always serialises.
        let body = serde_json::to_vec(body).unwrap_or_default();
        Self::new(status, content_type, body.into())
    }

    /// A value as this media type: a text as it is where the type is not JSON.
    pub(crate) fn value(status: StatusCode, content_type: HeaderValue, value: &Json<'_>) -> Self {
        let body = match value {
            Json::String(text) if !is_json(&content_type) => {
                Bytes::copy_from_slice(text.as_bytes())
            }
            other => {
                let mut bytes = Vec::with_capacity(USUAL);
                other.write(&mut bytes);
                bytes.into()
            }
        };
        Self::new(status, content_type, body)
    }

    fn new(status: StatusCode, content_type: HeaderValue, body: Bytes) -> Self {
        let mut reply = Self::empty(status);
        reply.headers.insert(CONTENT_TYPE, content_type);
        Self { body, ..reply }
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

/// Most answers are not longer, in bytes.
const USUAL: usize = 1024;

fn is_json(content_type: &HeaderValue) -> bool {
    let text = content_type.to_str();
    text.is_ok_and(|text| text.contains("json"))
}
