use http::StatusCode;
use http::header::CONTENT_TYPE;
use oas::{Direction, Validator, Validators};
use serde_json::Value;

use super::Request;
use super::failure::Complaint;
use super::operation::Refusal;

/// The body that an operation asks for.
pub(crate) struct RequestBody {
    required: bool,
    media_types: Vec<MediaType>,
}

struct MediaType {
    name: String,
    is_json: bool,
    validator: Option<Validator>,
}

impl RequestBody {
    pub(crate) fn new(validators: &Validators<'_>, body: &oas::RequestBody<'_>) -> Self {
        let media_types = body.media_types();
        let media_types = media_types.iter().map(|media_type| MediaType {
            name: essence(media_type.name),
            is_json: media_type.is_json(),
            validator: media_type
                .schema
                .as_ref()
                .and_then(|schema| validators.compile(&schema.pointer, Direction::Request).ok()),
        });
        Self {
            required: body.is_required(),
            media_types: media_types.collect(),
        }
    }

    /// The value of the body; `None` when there is none, or when it is of a kind that is not read.
    pub(crate) fn read(
        &self,
        request: &Request<'_>,
        complaints: &mut Vec<Complaint>,
    ) -> Result<Option<Value>, Refusal> {
        let content_type = request.head.headers.get(CONTENT_TYPE);
        if request.body.is_empty() && content_type.is_none() {
            if self.required {
                complaints.push(complaint("required", "the request needs a body".to_owned()));
            }
            return Ok(None);
        }
        let given = content_type
            .and_then(|value| value.to_str().ok())
            .map(essence);
        let media_type = given.as_deref().and_then(|given| {
            self.media_types
                .iter()
                .find(|media_type| media_type.name == given)
        });
        let Some(media_type) = media_type else {
            let known: Vec<_> = self
                .media_types
                .iter()
                .map(|media_type| media_type.name.as_str())
                .collect();
            let given = given.map_or_else(
                || "without a media type".to_owned(),
                |given| format!("of type {given}"),
            );
            let reason = format!("a body {given} is not supported, only {}", known.join(", "));
            return Err(Refusal::Status(StatusCode::UNSUPPORTED_MEDIA_TYPE, reason));
        };
        if !media_type.is_json {
            return Ok(None);
        }
        let value = match serde_json::from_slice::<Value>(request.body) {
            Ok(value) => value,
            Err(error) => {
                complaints.push(complaint(
                    "syntax",
                    format!("the body is not JSON: {error}"),
                ));
                return Ok(None);
            }
        };
        if let Some(validator) = &media_type.validator {
            complaints.extend(validator.violations(&value).into_iter().map(|violation| {
                Complaint {
                    part: "body".to_owned(),
                    pointer: violation.instance.to_string(),
                    code: violation.keyword,
                    message: violation.message,
                }
            }));
        }
        Ok(Some(value))
    }
}

fn complaint(code: &str, message: String) -> Complaint {
    Complaint {
        part: "body".to_owned(),
        pointer: String::new(),
        code: code.to_owned(),
        message,
    }
}

/// A media type without its parameters, in lower case.
fn essence(media_type: &str) -> String {
    media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}
