use http::{Method, StatusCode};
use oas::{Document, Validators};
use serde_json::{Map, Value};

use super::answer::Answer;
use super::body::RequestBody;
use super::failure::{Complaint, Shape};
use super::security::{self, Requirement};
use super::{Reply, Request};

/// One operation, ready to serve.
pub(crate) struct Operation {
    pub(crate) method: Method,
    /// The `operationId`, or else method and path.
    pub(crate) label: String,
    pub(crate) body: Option<RequestBody>,
    pub(crate) security: Vec<Requirement>,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) success: Success,
}

/// The answer of a request that is carried out.
pub(crate) struct Success {
    pub(crate) status: StatusCode,
    /// One for each media type; none when the answer has no body.
    pub(crate) answers: Vec<Answer>,
}

impl Operation {
    pub(crate) fn new(
        document: &Document,
        validators: &Validators<'_>,
        operation: &oas::Operation<'_>,
    ) -> Option<Self> {
        let shapes = operation
            .responses()
            .filter(|response| !response.is_success());
        Some(Self {
            method: Method::from_bytes(operation.method().as_str().as_bytes()).ok()?,
            label: operation.label(),
            body: operation
                .request_body()
                .map(|body| RequestBody::new(validators, &body)),
            security: security::requirements(document, operation),
            shapes: shapes
                .filter_map(|response| Shape::of(document, validators, &response))
                .collect(),
            success: Success::new(document, validators, operation),
        })
    }

    /// Whether a request changes something when it is carried out (RFC 9110, section 9.2.1).
    pub(crate) fn is_unsafe(&self) -> bool {
        !self.method.is_safe()
    }

    /// The answer to a request that nothing is wrong with.
    pub(crate) fn answer(
        &self,
        body: Map<String, Value>,
        path: &Map<String, Value>,
    ) -> Option<Reply> {
        let Some(answer) = self.success.answers.first() else {
            return Some(Reply::empty(self.success.status));
        };
        let value = answer.to(body, path, chrono::Utc::now())?;
        Some(Reply::json(
            self.success.status,
            &answer.content_type,
            &value,
        ))
    }

    /// What is wrong with the request's parameters and body, and what an answer may echo of it.
    pub(crate) fn read(&self, request: &Request<'_>) -> Result<Map<String, Value>, Refusal> {
        let mut complaints = Vec::new();
        let body = match &self.body {
            Some(body) => body.read(request, &mut complaints)?,
            None => None,
        };
        if !complaints.is_empty() {
            return Err(Refusal::Complaints(complaints));
        }
        match body {
            Some(Value::Object(object)) => Ok(object),
            _ => Ok(Map::new()),
        }
    }
}

/// Why a request is not carried out.
pub(crate) enum Refusal {
    Complaints(Vec<Complaint>),
    Status(StatusCode, String),
}

impl Success {
    fn new(
        document: &Document,
        validators: &Validators<'_>,
        operation: &oas::Operation<'_>,
    ) -> Self {
        let mut successes: Vec<_> = operation
            .responses()
            .filter(oas::Response::is_success)
            .collect();
        successes.sort_by_key(|response| response.code().unwrap_or(u16::MAX));
        let default = operation
            .responses()
            .find(|response| response.status == "default");
        let Some(response) = successes.into_iter().next().or(default) else {
            return Self {
                status: StatusCode::OK,
                answers: Vec::new(),
            };
        };
        let answers: Vec<_> = response
            .media_types()
            .iter()
            .map(|media_type| Answer::new(document, validators, media_type))
            .collect();
        let status = response
            .code()
            .and_then(|code| StatusCode::from_u16(code).ok())
            .unwrap_or(StatusCode::OK);
        Self { status, answers }
    }
}
