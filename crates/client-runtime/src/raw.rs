use bytes::Bytes;
use reqwest::{
    Response, StatusCode,
    header::{HeaderMap, HeaderName},
};

/// A response with its body, up to the limit.
#[derive(Debug)]
pub(crate) struct Raw {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Cause of an incomplete body.
    pub(crate) broken: Option<Broken>,
}

/// Cause of an incomplete body.
#[derive(Debug)]
pub(crate) enum Broken {
    TooLong,
    Lost(reqwest::Error),
}

/// Maximum size of the body of a success.
pub(crate) const MAX_SUCCESS_BYTES: usize = 16 << 20;
/// Maximum size of any other body.
pub(crate) const MAX_ERROR_BYTES: usize = 64 << 10;

/// Headers in which services and gateways are known to return the id of a request.
const REQUEST_ID: [HeaderName; 4] = [
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("request-id"),
    HeaderName::from_static("x-correlation-id"),
    HeaderName::from_static("x-amzn-requestid"),
];

impl Raw {
    /// Reads the body, up to a limit. Status and headers are kept if it cannot be read.
    pub(crate) async fn read(response: &mut Response, max_bytes: usize) -> Self {
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let mut body = Body::default();
        let broken = loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > max_bytes => {
                    body.push(chunk.slice(..max_bytes - body.len()));
                    break Some(Broken::TooLong);
                }
                Ok(Some(chunk)) => body.push(chunk),
                Ok(None) => break None,
                Err(error) => break Some(Broken::Lost(error)),
            }
        };
        Self {
            status,
            headers,
            body: body.into_bytes(),
            broken,
        }
    }
}

/// A body that is copied only if it arrives in more than one chunk.
#[derive(Default)]
struct Body {
    first: Bytes,
    rest: Vec<u8>,
}

impl Body {
    fn len(&self) -> usize {
        self.first.len().max(self.rest.len())
    }

    fn push(&mut self, chunk: Bytes) {
        if self.first.is_empty() && self.rest.is_empty() {
            self.first = chunk;
            return;
        }
        if self.rest.is_empty() {
            self.rest.extend_from_slice(&self.first);
        }
        self.rest.extend_from_slice(&chunk);
    }

    fn into_bytes(self) -> Bytes {
        if self.rest.is_empty() {
            self.first
        } else {
            self.rest.into()
        }
    }
}

impl Broken {
    pub(crate) fn into_source(self) -> Option<Box<dyn std::error::Error + Send + Sync>> {
        match self {
            Self::TooLong => None,
            // The URL may carry an API key.
            Self::Lost(error) => Some(error.without_url().into()),
        }
    }
}

/// A JSON text without the byte order mark that some services put before it (RFC 8259, section
/// 8.1).
pub(crate) fn without_bom(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// The id that the service or its gateway gave the request.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    REQUEST_ID
        .iter()
        .find_map(|name| headers.get(name)?.to_str().ok())
}
