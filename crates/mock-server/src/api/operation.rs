use std::borrow::Cow;

use chrono::SecondsFormat;
use http::{HeaderMap, Method, StatusCode};
use oas::{Json, MediaRange, Members};
use percent_encoding::percent_decode_str;

use super::body::RequestBody;
use super::content::Content;
use super::lifecycle::Lifecycle;
use super::media::Accepted;
use super::mock_response::{Effect, MockResponse};
use super::note::Note;
use super::parameter::Parameter;
use super::plan::{Input, Site};
use super::prefer::{Followed, Preference};
use super::rejection::Rejection;
use super::request::{PathParameters, Request};
use super::response::Response;
use super::security::{self, Requirement};
use super::selection::{nearest, usual};
use super::source::Source;
use super::status::Key;
use super::violation::summary;

pub(crate) struct Operation {
    pub(crate) method: Method,
    /// The `operationId`, or else method and path.
    pub(crate) label: String,
    pub(crate) security: Vec<Requirement>,
    pub(crate) responses: Vec<Response>,
    pub(crate) lifecycle: Lifecycle,
    parameters: Vec<Parameter>,
    body: Option<RequestBody>,
}

/// A valid request.
pub(crate) struct Valid<'r> {
    input: Input<'r>,
    notes: Vec<String>,
}

impl Operation {
    pub(crate) fn new(
        source: &Source,
        operation: &oas::Operation<'_>,
        all: &[oas::Operation<'_>],
        item: Option<&str>,
        notes: &mut Vec<Note>,
    ) -> Option<Self> {
        let document = source.document();
        let parameters = operation.parameters();
        let read = parameters
            .iter()
            .filter_map(|parameter| Parameter::new(parameter, &parameters));
        let security = security::requirements(document, operation, notes);
        let responses = operation.responses().filter_map(|response| {
            let status = Key::parse(response.status)?.status();
            let site = Site {
                operation,
                status,
                item,
            };
            let site = status.is_success().then_some(&site);
            Response::new(source, &response, site, notes)
        });
        Some(Self {
            method: Method::from_bytes(operation.method().as_str().as_bytes()).ok()?,
            label: operation.label(),
            security,
            responses: responses.collect(),
            parameters: read.collect(),
            body: operation.request_body().map(|body| RequestBody::new(&body)),
            lifecycle: Lifecycle::of(operation, all),
        })
    }

    /// Parses and validates a request, and collects the violations in its parameters and its body.
    pub(crate) fn read<'r>(
        &'r self,
        source: &Source,
        request: &Request<'r>,
        path: &PathParameters,
    ) -> Result<Valid<'r>, Rejection> {
        let mut violations = Vec::new();
        let content = match &self.body {
            Some(body) => body.read(source, request, &mut violations)?,
            None => super::body::Content::default(),
        };
        let read = self.parameters.iter().filter_map(|parameter| {
            let value = parameter.read(source, request, path, &mut violations)?;
            Some((parameter.path_name()?.into(), value))
        });
        let mut parameters: Vec<(Cow<'_, str>, Json<'_>)> = read.collect();
        // A parameter that the document does not describe also identifies a resource.
        for (name, text) in path {
            let is_known = |parameter: &Parameter| parameter.path_name() == Some(name.as_str());
            if !self.parameters.iter().any(is_known) {
                let text = percent_decode_str(text).decode_utf8_lossy().into_owned();
                parameters.push((name.clone().into(), Json::String(text.into())));
            }
        }
        let path: Members<'_> = parameters.into_iter().collect();
        if !violations.is_empty() {
            return Err(Rejection {
                status: None,
                reason: summary(&violations),
                violations,
                header: None,
            });
        }
        Ok(Valid {
            input: Input {
                body: content.value,
                patch: content.patch,
                path,
            },
            notes: content.notes,
        })
    }

    pub(crate) fn respond(
        &self,
        source: &Source,
        request: &Request<'_>,
        valid: Valid<'_>,
    ) -> Result<MockResponse, Rejection> {
        let Valid { input, mut notes } = valid;
        let preference = Preference::of(&request.head.headers);
        let preferred = preference
            .code
            .and_then(|code| Some((code, nearest(&self.responses, code)?)));
        let chosen = preferred.or_else(|| {
            let documented = usual(&self.responses)?;
            Some((documented.key.status(), documented))
        });
        let Some((status, documented)) = chosen else {
            let mut response = MockResponse::empty(StatusCode::OK);
            response.effect = self.effect(StatusCode::OK, None);
            return Ok(response);
        };
        if documented.contents.is_empty() {
            let mut response = preference.applied(documented.empty(status), Followed::default());
            (response.effect, response.notes) = (self.effect(status, None), notes);
            return Ok(response);
        }
        let accepted = Accepted::of(&request.head.headers);
        let Some((content, media)) = negotiated(&documented.contents, accepted.as_ref()) else {
            return Err(not_acceptable(&documented.contents));
        };
        let example = preference
            .example
            .as_deref()
            .and_then(|name| content.example(name));
        if status.as_u16() >= 400 && example.is_none() && content.is_json() {
            let failure = documented.failure(source, status, None, &[]);
            if let Some(response) = failure {
                return Ok(preference.applied(response, Followed::default()));
            }
        }
        let random = match (preference.dynamic, example) {
            (true, None) => content.random(source, &mut |below| source.draw(below)),
            _ => None,
        };
        let now = chrono::Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true);
        let none = Json::Null;
        let model = random.as_ref().or(content.model()).unwrap_or(&none);
        let value = match example {
            Some(value) => value.borrowed(),
            None if status.is_success() => content.value(source, model, &input, &now, &mut notes),
            None => model.borrowed(),
        };
        let followed = Followed {
            example: example.is_some(),
            dynamic: random.is_some(),
        };
        let response = documented.with_headers(content.response(source, status, media, &value));
        let mut response = preference.applied(response, followed);
        (response.effect, response.notes) = (self.effect(status, Some(content)), notes);
        Ok(response)
    }

    /// The response of a stub; without a status, with that of the documented response.
    pub(crate) fn stubbed(
        &self,
        status: Option<StatusCode>,
        headers: &HeaderMap,
        body: Option<&serde_json::Value>,
    ) -> MockResponse {
        let usual = || usual(&self.responses).map(|response| response.key.status());
        let status = status.or_else(usual).unwrap_or(StatusCode::OK);
        let mut response = match body {
            Some(body) => MockResponse::json(status, "application/json", body),
            None => MockResponse::empty(status),
        };
        response.headers.extend(headers.clone());
        response.effect = self.effect(status, None);
        response
    }

    fn effect(&self, status: StatusCode, content: Option<&Content>) -> Effect {
        // RFC 9110, section 9.2.1.
        if self.method.is_safe() || !status.is_success() {
            return Effect::None;
        }
        let is_create = status == StatusCode::CREATED || content.is_some_and(Content::is_create);
        match is_create {
            true => Effect::Created,
            false => Effect::Applied,
        }
    }

    /// Adds the headers of a deprecated operation.
    pub(crate) fn announced(&self, mut response: MockResponse) -> MockResponse {
        response.headers.extend(self.lifecycle.headers());
        response
    }
}

/// The media type that the client prefers, or else one that it can read; and the one of a range
/// that it gets.
fn negotiated<'c, 'a>(
    contents: &'c [Content],
    accepted: Option<&'a Accepted>,
) -> Option<(&'c Content, Option<&'a MediaRange>)> {
    let available = || {
        let contents = contents.iter();
        contents.filter(|content| content.unavailable().is_none())
    };
    let exact = available().map(|content| {
        let (media, weight) = content.offer(accepted);
        (content, media, weight)
    });
    let loose = available().map(|content| (content, None, content.loose_offer(accepted)));
    let (content, media, _) = heaviest(exact).or_else(|| heaviest(loose))?;
    Some((content, media))
}

/// A content, the media type of its range that the client gets, and its weight.
type Offer<'c, 'a> = (&'c Content, Option<&'a MediaRange>, f32);

/// The first offer with the highest weight; `None` if none has a weight.
fn heaviest<'c, 'a>(offers: impl Iterator<Item = Offer<'c, 'a>>) -> Option<Offer<'c, 'a>> {
    let offers = offers.filter(|(_, _, weight)| *weight > 0.0);
    offers.reduce(|one, other| if other.2 > one.2 { other } else { one })
}

/// The rejection of a request that accepts none of these media types.
fn not_acceptable(contents: &[Content]) -> Rejection {
    let names = contents
        .iter()
        .filter(|content| content.unavailable().is_none())
        .map(Content::name);
    let known = names.collect::<Vec<_>>().join(", ");
    let reasons = contents.iter().filter_map(Content::unavailable);
    let reason = match known.is_empty() {
        true => reasons.collect::<Vec<_>>().join("; "),
        false => format!("the response is available as {known} only"),
    };
    Rejection {
        status: Some(StatusCode::NOT_ACCEPTABLE),
        reason,
        violations: Vec::new(),
        header: None,
    }
}
