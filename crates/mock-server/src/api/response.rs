use http::header::{
    CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRAILER, TRANSFER_ENCODING, UPGRADE,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use oas::{Json, MediaRange};
use serde_json::Value;

use super::content::Content;
use super::failure::{Shape, with_status};
use super::mock_response::MockResponse;
use super::note::Note;
use super::plan::Site;
use super::scalar::scalar;
use super::source::Source;
use super::status::Key;
use super::violation::Violation;

/// One documented response of an operation.
pub(crate) struct Response {
    pub(crate) key: Key,
    /// One for each media type; none if the response has no body.
    pub(crate) contents: Vec<Content>,
    headers: HeaderMap,
    /// The number of the content that describes errors, and its properties for the reason.
    shape: Option<(usize, Shape)>,
}

impl Response {
    /// `None` if the key of the response is not a final status.
    pub(crate) fn new(
        source: &Source,
        response: &oas::Response<'_>,
        site: Option<&Site<'_>>,
        notes: &mut Vec<Note>,
    ) -> Option<Self> {
        let document = source.document();
        let key = Key::parse(response.status)?;
        let media_types = response.media_types();
        let contents: Vec<_> = media_types
            .iter()
            .map(|media_type| Content::new(source, media_type, site, notes))
            .collect();
        let shape = contents.iter().position(Content::is_json);
        let shape = shape.or_else(|| contents.iter().position(Content::describes_errors));
        let shape = shape.map(|number| {
            let schema = media_types[number].schema.as_ref();
            let shape = schema.map(|schema| Shape::of(document, schema));
            (number, shape.unwrap_or_default())
        });
        let headers = response.headers().into_iter();
        Some(Self {
            key,
            contents,
            headers: headers
                .filter(|header| !is_framing(header.name))
                // An invalid header value is omitted.
                .filter_map(|header| {
                    let value = HeaderValue::try_from(example_of(source, &header)?);
                    Some((header.name.parse::<HeaderName>().ok()?, value.ok()?))
                })
                .collect(),
            shape,
        })
    }

    /// Whether an error can be described in the response.
    pub(crate) fn has_shape(&self) -> bool {
        self.shape.is_some()
    }

    /// Whether an error can be described in the response as JSON, which the clients of other
    /// operations can read.
    pub(crate) fn has_json_shape(&self) -> bool {
        let number = self.shape.as_ref().map(|(number, _)| *number);
        let content = number.and_then(|number| self.contents.get(number));
        content.is_some_and(Content::is_json)
    }

    pub(crate) fn is_error(&self) -> bool {
        match self.key {
            Key::Code(code) => code.is_client_error() || code.is_server_error(),
            Key::Class(class) => class >= 4,
            Key::Default => true,
        }
    }

    /// The response without a body.
    pub(crate) fn empty(&self, status: StatusCode) -> MockResponse {
        self.with_headers(MockResponse::empty(status))
    }

    pub(crate) fn with_headers(&self, mut response: MockResponse) -> MockResponse {
        response.headers.extend(self.headers.clone());
        response
    }

    /// The response as an error; `None` if it has no media type in which to describe it.
    ///
    /// An example is that of its status: for another one, the status in it is replaced, and the
    /// headers are omitted.
    pub(crate) fn failure(
        &self,
        source: &Source,
        status: StatusCode,
        reason: Option<&str>,
        violations: &[Violation],
    ) -> Option<MockResponse> {
        let (number, shape) = self.shape.as_ref()?;
        let content = self.contents.get(*number)?;
        let none = Json::Object(oas::Members::default());
        let base = content.model().unwrap_or(&none);
        let base = match self.key {
            Key::Code(own) if own != status => with_status(base, own, status),
            _ => base.borrowed(),
        };
        let is_valid = |value: &Json<'_>| content.accepts(source, value);
        let body = match &base {
            Json::String(_) if !content.is_json() || content.is_sample() => {
                let phrase = status.canonical_reason().filter(|_| content.is_sample());
                let text = reason.or(phrase).map(|text| Json::String(text.into()));
                text.filter(is_valid).unwrap_or(base)
            }
            base => shape.filled(
                base,
                status,
                content.is_sample(),
                reason,
                violations,
                &is_valid,
            ),
        };
        let response = content.response(source, status, None, &body);
        Some(match self.key.rank(status) {
            Some(_) => self.with_headers(response),
            None => response,
        })
    }
}

/// Whether a header frames the body. An example of it would contradict the actual response.
fn is_framing(name: &str) -> bool {
    const FRAMING: [HeaderName; 7] = [
        CONNECTION,
        CONTENT_ENCODING,
        CONTENT_LENGTH,
        CONTENT_TYPE,
        TRAILER,
        TRANSFER_ENCODING,
        UPGRADE,
    ];
    FRAMING
        .iter()
        .any(|framing| name.eq_ignore_ascii_case(framing.as_str()))
}

fn example_of(source: &Source, header: &oas::Header<'_>) -> Option<String> {
    let own = header.examples().into_iter().next();
    let value = match own {
        Some(example) => example.value.value.clone(),
        None => {
            let schema = header.schema()?;
            let mut parts = source.document().all_of(schema.clone());
            let written = parts.find_map(|part| part.value.get("example").cloned());
            let usual = || {
                let value = Value::from(usual_value(header.name)?);
                let violations = source.violations(&schema.pointer, &value);
                violations.is_empty().then_some(value)
            };
            written
                .or_else(usual)
                .or_else(|| source.sample(&schema.pointer))?
        }
    };
    let mut contents = header.node().members_of("content");
    if contents.any(|(name, _)| MediaRange::parse(name).is_some_and(|media| media.is_json())) {
        return Some(value.to_string());
    }
    Some(simple(&value, header.node().is_true("explode")))
}

/// A valid value of a header whose format is defined by HTTP, not by its schema.
fn usual_value(name: &str) -> Option<&'static str> {
    match name.to_ascii_lowercase().as_str() {
        "location" => Some("https://example.com/"),
        "etag" => Some("\"1\""),
        _ => None,
    }
}

/// A value in the style `simple`: `a,b` for an array, `name,value` or `name=value` for an object.
fn simple(value: &Value, explode: bool) -> String {
    let text = |value: &Value| scalar(&value.into());
    match value {
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(","),
        Value::Object(members) => {
            let separator = if explode { "=" } else { "," };
            let members = members
                .iter()
                .map(|(name, value)| format!("{name}{separator}{}", text(value)));
            members.collect::<Vec<_>>().join(",")
        }
        other => text(other),
    }
}
