use std::borrow::Cow;

use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use oas::{Json, MediaRange};

use super::form::Form;
use super::media::Given;
use super::plan::Patch;
use super::rejection::Rejection;
use super::request::Request;
use super::source::{Schema, Source, Validation};
use super::typing::{Typing, Typings};
use super::violation::{SYNTAX, Violation};

/// The body of the requests of an operation.
pub(crate) struct RequestBody {
    required: bool,
    media_types: Vec<MediaType>,
}

struct MediaType {
    /// As the document writes it.
    name: String,
    range: MediaRange,
    schema: Option<Schema>,
    typings: Typings,
    form: Form,
}

/// The content of a body.
#[derive(Default)]
pub(crate) struct Content<'r> {
    /// `None` if there is no body, or if it is of a media type that is not parsed: JSON, forms and
    /// plain text are.
    pub(crate) value: Option<Json<'r>>,
    pub(crate) patch: Patch,
    /// Remarks on the body that do not make it invalid.
    pub(crate) notes: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Json,
    UrlEncoded,
    Multipart,
    Text,
    /// Not parsed.
    Opaque,
}

/// Content codings of bodies that are decoded.
pub(crate) const CODINGS: &str = "gzip, deflate, br";

impl RequestBody {
    pub(crate) fn new(body: &oas::RequestBody<'_>) -> Self {
        let media_types = body.media_types();
        let media_types = media_types.iter().filter_map(|media_type| {
            let schema = media_type.schema.as_ref();
            Some(MediaType {
                name: media_type.name.to_owned(),
                range: MediaRange::parse(media_type.name)?,
                schema: schema.map(|schema| Schema::new(schema.pointer.clone())),
                typings: Typings::of(schema),
                form: Form::new(media_type),
            })
        });
        Self {
            required: body.is_required(),
            media_types: media_types.collect(),
        }
    }

    pub(crate) fn read<'r>(
        &self,
        source: &Source,
        request: &Request<'r>,
        violations: &mut Vec<Violation>,
    ) -> Result<Content<'r>, Rejection> {
        let headers = &request.head.headers;
        if request.body.is_empty() && (!self.required || !headers.contains_key(CONTENT_TYPE)) {
            if self.required {
                violations.push(missing());
            }
            return Ok(Content::default());
        }
        // The document does not describe the body.
        if self.media_types.is_empty() {
            return Ok(Content::default());
        }
        let (media_type, media) = match self.media_types.iter().find(|known| known.is(headers)) {
            Some(known) => (known, Cow::Borrowed(&known.range)),
            None => {
                let (known, media) = self.media_type(source, Given::of(headers), request.body)?;
                (known, Cow::Owned(media))
            }
        };
        coding(request)?;
        if request.body.is_empty() && media_type.kind(source, &media) == Kind::Json {
            violations.push(missing());
            return Ok(Content::default());
        }
        let (value, validation) = match media_type.read(source, request.body, &media) {
            Ok(Some(read)) => read,
            Ok(None) => return Ok(Content::default()),
            Err(violation) => {
                violations.push(violation);
                return Ok(Content::default());
            }
        };
        let found = validation.violations.into_iter();
        violations.extend(found.map(|violation| Violation::of("body", violation)));
        let ignored = validation.ignored.iter();
        let notes = ignored.map(|at| format!("ignored read-only `{at}`"));
        let patch = match media.essence() {
            "application/json-patch+json" => Patch::Operations,
            "application/merge-patch+json" => Patch::Merge,
            _ => Patch::Members,
        };
        Ok(Content {
            value: Some(value),
            patch,
            notes: notes.collect(),
        })
    }

    fn media_type(
        &self,
        source: &Source,
        given: Given,
        body: &[u8],
    ) -> Result<(&MediaType, MediaRange), Rejection> {
        let shown = match given {
            Given::Absent => "without a media type".to_owned(),
            Given::Invalid(text) => format!("of the type `{text}`"),
            Given::Media(media) => {
                let covering = self
                    .media_types
                    .iter()
                    .filter_map(|known| Some((known.range.covers(&media)?, known)));
                let covering = covering.max_by_key(|(precision, _)| *precision);
                // Parameters such as a version or a profile are often left out.
                let similar = || {
                    let mut known = self.media_types.iter();
                    known.find(|known| known.range.is_compatible(&media))
                };
                match covering.map(|(_, known)| known).or_else(similar) {
                    Some(known)
                        if is_readable(&media, body)
                            || matches!(known.kind(source, &media), Kind::Opaque | Kind::Json) =>
                    {
                        return Ok((known, media));
                    }
                    Some(_) => "in another charset than UTF-8".to_owned(),
                    None => format!("of the type `{}`", media.essence()),
                }
            }
        };
        let known: Vec<_> = self
            .media_types
            .iter()
            .map(|known| known.range.essence())
            .collect();
        Err(unsupported(format!(
            "unsupported body {shown}, expected {}",
            known.join(", ")
        )))
    }
}

/// Whether a body can be read as UTF-8. JSON is UTF-8 regardless of its charset (RFC 8259, section
/// 11).
fn is_readable(media: &MediaRange, body: &[u8]) -> bool {
    let Some(charset) = media.parameter("charset") else {
        return true;
    };
    let charset = charset.to_ascii_lowercase();
    let is_utf8 = ["utf-8", "utf8", "us-ascii"].contains(&charset.as_str());
    // Most other charsets contain ASCII.
    is_utf8 || (body.is_ascii() && !charset.starts_with("utf-") && !body.contains(&0))
}

fn missing() -> Violation {
    Violation::about("body", "required", "the required body is missing")
}

/// Rejects a coding that was not decoded, because it is not supported (RFC 9110, section 15.5.16).
fn coding(request: &Request<'_>) -> Result<(), Rejection> {
    let is_coded = |value: &http::HeaderValue| {
        let coding = value.as_bytes();
        !coding.is_empty() && !coding.eq_ignore_ascii_case(b"identity")
    };
    let codings = request.head.headers.get_all(CONTENT_ENCODING);
    let Some(coding) = codings.iter().find(|value| is_coded(value)) else {
        return Ok(());
    };
    let coding = String::from_utf8_lossy(coding.as_bytes());
    let reason = format!("unsupported content coding `{coding}`, expected {CODINGS}");
    let mut rejection = unsupported(reason);
    rejection.header = Some((ACCEPT_ENCODING, CODINGS.to_owned()));
    Err(rejection)
}

fn unsupported(reason: String) -> Rejection {
    Rejection {
        status: Some(StatusCode::UNSUPPORTED_MEDIA_TYPE),
        reason,
        violations: Vec::new(),
        header: None,
    }
}

impl MediaType {
    /// Whether the request has exactly this type, which most have: it is not parsed then.
    fn is(&self, headers: &HeaderMap) -> bool {
        let mut lines = headers.get_all(CONTENT_TYPE).iter();
        let only = lines.next().filter(|_| lines.next().is_none());
        only.is_some_and(|line| line.as_bytes() == self.name.as_bytes())
            && !self.name.contains([';', '*'])
    }

    fn kind(&self, source: &Source, media: &MediaRange) -> Kind {
        if media.is_json() {
            return Kind::Json;
        }
        let is_scalar = || {
            let first = self.typings.get(source).first();
            matches!(first, Some(Typing::Scalar { .. }))
        };
        match media.essence() {
            "application/x-www-form-urlencoded" => Kind::UrlEncoded,
            "multipart/form-data" => Kind::Multipart,
            // Objects in text are written in another syntax, such as XML.
            text if text.starts_with("text/") && is_scalar() => Kind::Text,
            _ => Kind::Opaque,
        }
    }

    fn read<'r>(
        &self,
        source: &Source,
        body: &'r Bytes,
        media: &MediaRange,
    ) -> Result<Option<(Json<'r>, Validation)>, Violation> {
        let syntax = |reason| Violation::about("body", SYNTAX, reason);
        match self.kind(source, media) {
            Kind::Json => {
                // A byte order mark may be ignored (RFC 8259, section 8.1).
                let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
                // Validating UTF-8 once is faster than string by string.
                let value = match std::str::from_utf8(body) {
                    Ok(text) => serde_json::from_str(text),
                    Err(_) => serde_json::from_slice(body),
                };
                let value = value.map_err(|error| syntax(format!("not JSON: {error}")))?;
                let validation = self.validated(source, &value);
                Ok(Some((value, validation)))
            }
            Kind::UrlEncoded => self.accepted(source, |typing| self.form.urlencoded(body, typing)),
            Kind::Multipart => {
                self.accepted(source, |typing| self.form.multipart(body, media, typing))
            }
            Kind::Text => {
                let text = std::str::from_utf8(body)
                    .map_err(|_| syntax("the body is not UTF-8".to_owned()))?;
                self.accepted(source, |typing| Ok(typing.value(text)))
            }
            Kind::Opaque => Ok(None),
        }
    }

    /// The value of the first typing that the schema accepts, or else the one with the fewest
    /// violations.
    fn accepted<'r>(
        &self,
        source: &Source,
        read: impl Fn(&Typing) -> Result<serde_json::Value, Violation>,
    ) -> Result<Option<(Json<'r>, Validation)>, Violation> {
        let mut best: Option<(Json<'r>, Validation)> = None;
        let mut failure = None;
        for typing in self.typings.get(source) {
            let value = match read(typing) {
                Ok(value) => Json::from(value),
                Err(violation) => {
                    failure = failure.or(Some(violation));
                    continue;
                }
            };
            let validation = self.validated(source, &value);
            let count = validation.violations.len();
            let is_better = best
                .as_ref()
                .is_none_or(|(_, known)| count < known.violations.len());
            if is_better {
                best = Some((value, validation));
            }
            if count == 0 {
                break;
            }
        }
        match (best, failure) {
            (Some(best), _) => Ok(Some(best)),
            (None, Some(failure)) => Err(failure),
            (None, None) => Ok(None),
        }
    }

    fn validated(&self, source: &Source, value: &Json<'_>) -> Validation {
        let schema = self.schema.as_ref();
        schema.map_or_else(Validation::default, |schema| schema.request(source, value))
    }
}
