use http::header::{
    CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRAILER, TRANSFER_ENCODING, UPGRADE,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use oas::{Document, Json, MediaType, Members, Validators};
use serde_json::Value;

use super::Reply;
use super::answer::Answer;
use super::complaint::Complaint;
use super::shape::{Shape, lent};

/// One documented response of an operation.
pub(crate) struct Response {
    /// The status as the document writes it: `201`, `4XX` or `default`.
    status: String,
    code: StatusCode,
    /// One for each media type; none when the response has no body.
    pub(crate) answers: Vec<Answer>,
    headers: HeaderMap,
    /// The number of the answer that errors take, and where it has room for the reason.
    shape: Option<(usize, Shape)>,
}

impl Response {
    pub(crate) fn new(
        document: &Document,
        validators: &Validators<'_>,
        response: &oas::Response<'_>,
    ) -> Self {
        let media_types = response.media_types();
        let answers = media_types.iter();
        let answers: Vec<_> = answers
            .map(|media_type| Answer::new(document, validators, media_type))
            .collect();
        let json = media_types.iter().position(MediaType::is_json);
        let json = json.or_else(|| answers.iter().position(|answer| answer.media.is_json()));
        let shape = json.map(|number| {
            let schema = media_types[number].schema.as_ref();
            let none = Shape::default();
            (
                number,
                schema.map_or(none, |schema| Shape::of(document, schema)),
            )
        });
        let headers = response.headers().into_iter();
        Self {
            status: response.status.to_owned(),
            code: code(response.status),
            answers,
            headers: headers
                .filter(|header| !is_framing(header.name))
                // What is no header is left out.
                .filter_map(|header| {
                    let value = HeaderValue::try_from(example_of(document, &header)?);
                    Some((header.name.parse::<HeaderName>().ok()?, value.ok()?))
                })
                .collect(),
            shape,
        }
    }

    /// How precisely the document means a status by this response: the lower the better, `None` for not at all.
    pub(crate) fn rank(&self, status: StatusCode) -> Option<u8> {
        let range = self
            .status
            .strip_suffix("XX")
            .or(self.status.strip_suffix("xx"));
        match range {
            _ if self.status == status.as_str() => Some(0),
            Some(digit) if status.as_str().starts_with(digit) => Some(1),
            _ if self.status == "default" => Some(2),
            _ => None,
        }
    }

    /// The status that stands for this response.
    pub(crate) fn code(&self) -> StatusCode {
        self.code
    }

    pub(crate) fn is_success(&self) -> bool {
        self.status.starts_with('2')
    }

    pub(crate) fn is_default(&self) -> bool {
        self.status == "default"
    }

    /// Whether the response has JSON to say an error in.
    pub(crate) fn has_shape(&self) -> bool {
        self.shape.is_some()
    }

    /// The response with this status and body.
    pub(crate) fn reply(
        &self,
        status: StatusCode,
        content_type: HeaderValue,
        body: &Json<'_>,
    ) -> Reply {
        self.with_headers(Reply::value(status, content_type, body))
    }

    /// The response without a body.
    pub(crate) fn empty(&self, status: StatusCode) -> Reply {
        self.with_headers(Reply::empty(status))
    }

    fn with_headers(&self, mut reply: Reply) -> Reply {
        reply.headers.extend(self.headers.clone());
        reply
    }

    /// The response as an error; `None` when it has no JSON to say it in.
    ///
    /// An example belongs to its status: for another one, what it says of itself is rewritten, and the headers are left out.
    pub(crate) fn failure(
        &self,
        status: StatusCode,
        reason: Option<&str>,
        complaints: &[Complaint],
    ) -> Option<Reply> {
        let (number, shape) = self.shape.as_ref()?;
        let answer = self.answers.get(*number)?;
        let none = Json::Object(Members::default());
        let base = answer.documented().unwrap_or(&none);
        let own = self.status.parse().ok();
        let own = own.filter(|own| *own != status.as_u16());
        let body = match own {
            Some(own) => lent(base, own, status),
            None => base.borrowed(),
        };
        let body = shape.filled(body, reason, complaints);
        let body = if answer.accepts(&body) {
            body
        } else {
            base.borrowed()
        };
        Some(match self.rank(status) {
            Some(_) => self.reply(status, answer.content_type(), &body),
            None => Reply::value(status, answer.content_type(), &body),
        })
    }
}

/// The status that stands for the responses of a key such as `201`, `4XX` or `default`.
fn code(status: &str) -> StatusCode {
    let text = status.to_ascii_uppercase().replace("XX", "00");
    StatusCode::from_bytes(text.as_bytes()).unwrap_or(StatusCode::OK)
}

/// Whether a header says how the body is sent: that is known from the answer itself, and a made-up value would garble it.
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

fn example_of(document: &Document, header: &oas::Header<'_>) -> Option<String> {
    let own = header.examples().into_iter().next();
    let value = match own {
        Some(example) => example.value.value.clone(),
        None => {
            let schema = header.schema()?;
            let mut parts = document.all_of(schema.clone());
            let written = parts.find_map(|part| part.value.get("example").cloned());
            written.or_else(|| oas::sample(document, &schema.pointer, oas::Direction::Response))?
        }
    };
    Some(match value {
        Value::String(text) => text,
        other => other.to_string(),
    })
}
