use http::StatusCode;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING};
use oas::{Direction, Document, Validator, Validators};
use serde_json::Value;
use url::form_urlencoded;

use super::Request;
use super::complaint::Complaint;
use super::media::{Given, Media};
use super::operation::Refusal;
use super::typing::Typing;

/// The body that an operation asks for.
pub(crate) struct RequestBody {
    required: bool,
    media_types: Vec<MediaType>,
}

struct MediaType {
    range: Media,
    validator: Option<Validator>,
    typing: Typing,
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
                range: Media::parse(media_type.name)?,
                validator: schema.and_then(|schema| {
                    validators.compile(&schema.pointer, Direction::Request).ok()
                }),
                typing: Typing::of(document, schema),
            })
        });
        Self {
            required: body.is_required(),
            media_types: media_types.collect(),
        }
    }

    /// The value of the body; `None` when there is none, or when it is of a kind that is not looked into: JSON, forms and text are.
    pub(crate) fn read(
        &self,
        request: &Request<'_>,
        complaints: &mut Vec<Complaint>,
    ) -> Result<Option<Value>, Refusal> {
        let given = Given::of(&request.head.headers);
        if request.body.is_empty() && matches!(given, Given::Nothing) {
            if self.required {
                complaints.push(Complaint::about(
                    "body",
                    "required",
                    "the request needs a body",
                ));
            }
            return Ok(None);
        }
        let (media_type, media) = self.media_type(given)?;
        coding(request)?;
        let value = match read(request.body, &media, &media_type.typing) {
            Ok(Some(value)) => value,
            Ok(None) => return Ok(None),
            Err(reason) => {
                complaints.push(Complaint::about("body", "syntax", reason));
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
                let utf8 = media
                    .parameter("charset")
                    .is_none_or(|charset| charset.eq_ignore_ascii_case("utf-8"));
                match known.max_by_key(|(precision, _)| *precision) {
                    Some((_, known)) if utf8 || !media.is_json() => return Ok((known, media)),
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

fn read(body: &[u8], media: &Media, typing: &Typing) -> Result<Option<Value>, String> {
    if media.is_json() {
        return serde_json::from_slice(body)
            .map(Some)
            .map_err(|error| format!("the body is not JSON: {error}"));
    }
    match media.essence().as_str() {
        "application/x-www-form-urlencoded" => {
            let pairs: Vec<_> = form_urlencoded::parse(body).collect();
            Ok(Some(
                typing.object(
                    pairs
                        .iter()
                        .map(|(name, text)| (name.as_ref(), text.as_ref())),
                ),
            ))
        }
        "text/plain" => {
            let text = std::str::from_utf8(body).map_err(|_| "the body is not UTF-8".to_owned())?;
            Ok(Some(typing.value(text)))
        }
        _ => Ok(None),
    }
}
