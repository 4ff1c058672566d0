use std::borrow::Cow;

use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use oas::{Direction, Document, Json, Validator, Validators};

use super::Request;
use super::complaint::Complaint;
use super::form::Form;
use super::media::{Given, Media};
use super::operation::Refusal;
use super::typing::Typing;

/// The body that an operation asks for.
pub(crate) struct RequestBody {
    required: bool,
    media_types: Vec<MediaType>,
}

struct MediaType {
    /// As the document writes it.
    name: String,
    range: Media,
    validator: Option<Validator>,
    form: Form,
}

/// How a body is read.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Json,
    UrlEncoded,
    Multipart,
    Text,
    /// It is not looked into.
    Opaque,
}

impl RequestBody {
    pub(crate) fn new(
        document: &Document,
        validators: &Validators<'_>,
        body: &oas::RequestBody<'_>,
    ) -> Self {
        let media_types = body.media_types();
        let media_types = media_types.iter().filter_map(|media_type| {
            let schema = media_type.schema.as_ref();
            Some(MediaType {
                name: media_type.name.to_owned(),
                range: Media::parse(media_type.name)?,
                validator: schema.and_then(|schema| {
                    validators.compile(&schema.pointer, Direction::Request).ok()
                }),
                form: Form::new(document, media_type),
            })
        });
        Self {
            required: body.is_required(),
            media_types: media_types.collect(),
        }
    }

    /// The value of the body; `None` when there is none, or when it is of a kind that is not looked into: JSON, forms and plain text are.
    pub(crate) fn read<'r>(
        &self,
        request: &Request<'r>,
        complaints: &mut Vec<Complaint>,
    ) -> Result<Option<Json<'r>>, Refusal> {
        let headers = &request.head.headers;
        if request.body.is_empty() && !headers.contains_key(CONTENT_TYPE) {
            if self.required {
                complaints.push(Complaint::about(
                    "body",
                    "required",
                    "the request needs a body",
                ));
            }
            return Ok(None);
        }
        let (media_type, media) = match self.media_types.iter().find(|known| known.is(headers)) {
            Some(known) => (known, Cow::Borrowed(&known.range)),
            None => {
                let (known, media) = self.media_type(Given::of(headers))?;
                (known, Cow::Owned(media))
            }
        };
        coding(request)?;
        let value = match media_type.read(request.body, &media) {
            Ok(Some(value)) => value,
            Ok(None) => return Ok(None),
            Err(complaint) => {
                complaints.push(complaint);
                return Ok(None);
            }
        };
        if let Some(validator) = &media_type.validator {
            complaints.extend(
                validator
                    .violations(&value)
                    .into_iter()
                    .map(|violation| Complaint::of("body", violation)),
            );
        }
        Ok(Some(value))
    }

    fn media_type(&self, given: Given) -> Result<(&MediaType, Media), Refusal> {
        let shown = match given {
            Given::Nothing => "without a media type".to_owned(),
            Given::Unreadable(text) => format!("of the type `{text}`"),
            Given::Media(media) => {
                let known = self
                    .media_types
                    .iter()
                    .filter_map(|known| Some((known.range.covers(&media)?, known)));
                let utf8 = media.parameter("charset").is_none_or(|charset| {
                    ["utf-8", "us-ascii"].contains(&charset.to_ascii_lowercase().as_str())
                });
                match known.max_by_key(|(precision, _)| *precision) {
                    Some((_, known)) if utf8 || known.kind(&media) == Kind::Opaque => {
                        return Ok((known, media));
                    }
                    Some(_) => "in another charset than UTF-8".to_owned(),
                    None => format!("of the type {}", media.essence()),
                }
            }
        };
        let known: Vec<_> = self
            .media_types
            .iter()
            .map(|known| known.range.essence())
            .collect();
        Err(unsupported(format!(
            "a body {shown} is not supported, only {}",
            known.join(", ")
        )))
    }
}

/// Bodies are not decompressed (RFC 9110, section 15.5.16).
fn coding(request: &Request<'_>) -> Result<(), Refusal> {
    let coded = |value: &http::HeaderValue| !value.as_bytes().eq_ignore_ascii_case(b"identity");
    if request
        .head
        .headers
        .get_all(CONTENT_ENCODING)
        .iter()
        .any(coded)
    {
        let mut refusal = unsupported("a compressed body is not supported".to_owned());
        refusal.header = Some((ACCEPT_ENCODING, "identity".to_owned()));
        return Err(refusal);
    }
    Ok(())
}

fn unsupported(reason: String) -> Refusal {
    Refusal {
        status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
        reason,
        complaints: Vec::new(),
        header: None,
    }
}

impl MediaType {
    /// Whether the request has this very type, letter by letter: as nearly all do, which need not be parsed.
    fn is(&self, headers: &HeaderMap) -> bool {
        let mut lines = headers.get_all(CONTENT_TYPE).iter();
        let only = lines.next().filter(|_| lines.next().is_none());
        only.is_some_and(|line| line.as_bytes() == self.name.as_bytes())
            && !self.name.contains([';', '*'])
    }

    fn kind(&self, media: &Media) -> Kind {
        if media.is_json() {
            return Kind::Json;
        }
        match media.essence().as_str() {
            "application/x-www-form-urlencoded" => Kind::UrlEncoded,
            "multipart/form-data" => Kind::Multipart,
            // An object in a text is written in a language of its own: XML, YAML, …
            text if text.starts_with("text/")
                && matches!(self.form.typing(), Typing::Scalar { .. }) =>
            {
                Kind::Text
            }
            _ => Kind::Opaque,
        }
    }

    fn read<'r>(&self, body: &'r [u8], media: &Media) -> Result<Option<Json<'r>>, Complaint> {
        let syntax = |reason| Complaint::about("body", "syntax", reason);
        match self.kind(media) {
            Kind::Json => {
                // Looked at as a whole, the body is UTF-8 sooner than text by text.
                let value = match std::str::from_utf8(body) {
                    Ok(text) => serde_json::from_str(text),
                    Err(_) => serde_json::from_slice(body),
                };
                value
                    .map(Some)
                    .map_err(|error| syntax(format!("the body is not JSON: {error}")))
            }
            Kind::UrlEncoded => Ok(Some(self.form.urlencoded(body)?.into())),
            Kind::Multipart => Ok(Some(self.form.multipart(body, media)?.into())),
            Kind::Text => {
                let text = std::str::from_utf8(body)
                    .map_err(|_| syntax("the body is not UTF-8".to_owned()))?;
                Ok(Some(self.form.typing().value(text).into()))
            }
            Kind::Opaque => Ok(None),
        }
    }
}
