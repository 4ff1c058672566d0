use bytes::Bytes;
use reqwest::{
    Response, StatusCode,
    header::{HeaderMap, HeaderName},
};

/// A response with as much of its body as came and may be kept.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Why the body is not whole.
    pub(crate) broken: Option<Broken>,
}

/// What cut a body off.
#[derive(Debug)]
pub(crate) enum Broken {
    TooLong,
    Lost(reqwest::Error),
}

/// The service reads 10 MiB and answers with what it read and little more.
const MOST_OF_A_TASK: usize = 16 << 20;
const MOST_OF_AN_ERROR: usize = 64 << 10;

/// Where services and gateways are known to put the id of a request.
const REQUEST_ID: [HeaderName; 4] = [
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("request-id"),
    HeaderName::from_static("x-correlation-id"),
    HeaderName::from_static("x-amzn-requestid"),
];

impl Answer {
    /// Reads the body, up to a bound. A status that was seen counts, whatever becomes of the body.
    pub(crate) async fn read(mut response: Response) -> Self {
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let most = if status == StatusCode::CREATED {
            MOST_OF_A_TASK
        } else {
            MOST_OF_AN_ERROR
        };
        let mut body = Vec::new();
        let broken = loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > most => {
                    body.extend_from_slice(&chunk[..most - body.len()]);
                    break Some(Broken::TooLong);
                }
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break None,
                Err(error) => break Some(Broken::Lost(error)),
            }
        };
        Self {
            status,
            headers,
            body: body.into(),
            broken,
        }
    }
}

impl Broken {
    pub(crate) fn into_source(self) -> Option<Box<dyn std::error::Error + Send + Sync>> {
        match self {
            Self::TooLong => None,
            Self::Lost(error) => Some(error.into()),
        }
    }
}

/// A JSON text without the byte order mark that some services put before it (RFC 8259, section 8.1).
pub(crate) fn without_bom(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// The id that the service or its gateway gave the request.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    REQUEST_ID
        .iter()
        .find_map(|name| headers.get(name)?.to_str().ok())
}
