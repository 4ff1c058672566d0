use chrono::SecondsFormat;
use http::{HeaderName, HeaderValue, Method, StatusCode};
use oas::{Document, Json, Members, Validators};

use super::answer::Answer;
use super::body::RequestBody;
use super::complaint::{Complaint, summary};
use super::lifecycle;
use super::media::Accepted;
use super::parameter::Parameter;
use super::prefer::Preference;
use super::response::Response;
use super::security::{self, Requirement};
use super::{PathParameters, Reply, Request};

/// One operation, ready to serve.
pub(crate) struct Operation {
    pub(crate) method: Method,
    /// The `operationId`, or else method and path.
    pub(crate) label: String,
    pub(crate) security: Vec<Requirement>,
    pub(crate) responses: Vec<Response>,
    parameters: Vec<Parameter>,
    body: Option<RequestBody>,
    /// The headers that every answer of a deprecated operation has.
    lifecycle: Vec<(HeaderName, HeaderValue)>,
}

/// What is known of a request that nothing is wrong with.
pub(crate) struct Input<'r> {
    /// The properties of its body.
    pub(crate) body: Members<'r>,
    /// The parameters of its path.
    pub(crate) path: Members<'r>,
}

/// Why a request is not carried out.
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) reason: String,
    pub(crate) complaints: Vec<Complaint>,
    pub(crate) header: Option<(HeaderName, String)>,
}

impl Operation {
    pub(crate) fn new(
        document: &Document,
        validators: &Validators<'_>,
        operation: &oas::Operation<'_>,
    ) -> Option<Self> {
        let parameters = operation.parameters();
        let parameters = parameters
            .iter()
            .filter_map(|parameter| Parameter::new(document, validators, parameter));
        Some(Self {
            method: Method::from_bytes(operation.method().as_str().as_bytes()).ok()?,
            label: operation.label(),
            security: security::requirements(document, operation),
            responses: operation
                .responses()
                .map(|response| Response::new(document, validators, &response))
                .collect(),
            parameters: parameters.collect(),
            body: operation
                .request_body()
                .map(|body| RequestBody::new(document, validators, &body)),
            lifecycle: lifecycle::headers(operation),
        })
    }

    /// Whether a request changes something when it is carried out (RFC 9110, section 9.2.1).
    pub(crate) fn is_unsafe(&self) -> bool {
        !self.method.is_safe()
    }

    /// Reads a request: all that is wrong with its parameters and its body at once.
    pub(crate) fn read<'r>(
        &'r self,
        request: &Request<'r>,
        path: &PathParameters<'_>,
    ) -> Result<Input<'r>, Refusal> {
        let mut complaints = Vec::new();
        let body = match &self.body {
            Some(body) => body.read(request, &mut complaints)?,
            None => None,
        };
        let read = self.parameters.iter().filter_map(|parameter| {
            let value = parameter.read(request, path, &mut complaints)?;
            Some((parameter.path_name()?.into(), value))
        });
        let path = read.collect();
        if !complaints.is_empty() {
            let (status, reason) = (StatusCode::BAD_REQUEST, summary(&complaints));
            return Err(Refusal {
                status,
                reason,
                complaints,
                header: None,
            });
        }
        let body = match body {
            Some(Json::Object(members)) => members,
            _ => Members::default(),
        };
        Ok(Input { body, path })
    }

    /// The answer to a request that nothing is wrong with; `None` when no value is known that the schema accepts.
    pub(crate) fn answer(
        &self,
        request: &Request<'_>,
        input: Input<'_>,
    ) -> Result<Option<Reply>, Refusal> {
        let preference = Preference::of(&request.head.headers);
        let asked = preference
            .code
            .and_then(|code| Some((code, self.response(code)?)));
        let usual = || {
            let successes = self
                .responses
                .iter()
                .filter(|response| response.is_success());
            let usual = successes.min_by_key(|response| response.code());
            usual.or_else(|| self.responses.iter().find(|response| response.is_default()))
        };
        let (status, response) = match asked {
            Some(asked) => asked,
            None => match usual() {
                Some(response) => (response.code(), response),
                None => return Ok(Some(Reply::empty(StatusCode::OK))),
            },
        };
        if response.answers.is_empty() {
            return Ok(Some(preference.applied(response.empty(status), false)));
        }
        let accepted = Accepted::of(&request.head.headers);
        let mut best = None;
        for answer in response
            .answers
            .iter()
            .filter(|answer| answer.can_be_said())
        {
            let (other, weight) = answer.offer(accepted.as_ref());
            if weight > best.as_ref().map_or(0.0, |(_, _, best)| *best) {
                best = Some((answer, other, weight));
            }
        }
        let Some((answer, other, _)) = best else {
            return Err(unsaid(&response.answers));
        };
        let example = preference
            .example
            .as_deref()
            .and_then(|name| answer.example(name));
        let now = chrono::Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true);
        let value = match example {
            Some(value) => Some(value.borrowed()),
            None if status.is_success() => answer.to(input, &now),
            None => answer.documented().map(Json::borrowed),
        };
        let Some(value) = value else { return Ok(None) };
        let other = other.and_then(|media| HeaderValue::try_from(media.essence()).ok());
        let content_type = other.unwrap_or_else(|| answer.content_type());
        let reply = response.reply(status, content_type, &value);
        Ok(Some(preference.applied(reply, example.is_some())))
    }

    /// The answer with what it says of the operation's deprecation.
    pub(crate) fn told(&self, mut reply: Reply) -> Reply {
        reply.headers.extend(self.lifecycle.iter().cloned());
        reply
    }

    /// The documented response for a status.
    fn response(&self, status: StatusCode) -> Option<&Response> {
        let ranked = self
            .responses
            .iter()
            .filter_map(|response| Some((response.rank(status)?, response)));
        ranked
            .min_by_key(|(rank, _)| *rank)
            .map(|(_, response)| response)
    }
}

/// Why none of these answers is given.
fn unsaid(answers: &[Answer]) -> Refusal {
    let names = |said: bool| {
        let names = answers
            .iter()
            .filter(|answer| answer.can_be_said() == said)
            .map(Answer::name);
        names.collect::<Vec<_>>().join(", ")
    };
    let known = names(true);
    let (status, reason) = if known.is_empty() {
        let reason = format!(
            "the answer is {}, which is not made from a schema: the document needs an example of it, as a text",
            names(false)
        );
        (StatusCode::INTERNAL_SERVER_ERROR, reason)
    } else {
        let reason = format!("the answer comes as {known} only");
        (StatusCode::NOT_ACCEPTABLE, reason)
    };
    Refusal {
        status,
        reason,
        complaints: Vec::new(),
        header: None,
    }
}
