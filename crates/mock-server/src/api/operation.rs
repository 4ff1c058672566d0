use chrono::SecondsFormat;
use http::{HeaderMap, Method, StatusCode};
use oas::{Json, Members};

use super::body::RequestBody;
use super::content::Content;
use super::lifecycle::Lifecycle;
use super::media::Accepted;
use super::note::Note;
use super::parameter::Parameter;
use super::plan::{Input, Site, method};
use super::prefer::{Followed, Preference};
use super::refusal::Refusal;
use super::reply::{Effect, Reply};
use super::request::{PathParameters, Request};
use super::response::Response;
use super::security::{self, Requirement};
use super::selection::{nearest, usual};
use super::source::Source;
use super::status::Key;
use super::violation::summary;

/// One operation, ready to serve.
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
            method: method(operation)?,
            label: operation.label(),
            security: security::requirements(document, operation),
            responses: responses.collect(),
            parameters: read.collect(),
            body: operation.request_body().map(|body| RequestBody::new(&body)),
            lifecycle: Lifecycle::of(operation, all),
        })
    }

    /// Reads a request, and collects everything that is wrong with its parameters and its body.
    pub(crate) fn read<'r>(
        &'r self,
        source: &Source,
        request: &Request<'r>,
        path: &PathParameters,
    ) -> Result<Valid<'r>, Refusal> {
        let mut violations = Vec::new();
        let content = match &self.body {
            Some(body) => body.read(source, request, &mut violations)?,
            None => super::body::Content::default(),
        };
        let read = self.parameters.iter().filter_map(|parameter| {
            let value = parameter.read(source, request, path, &mut violations)?;
            Some((parameter.path_name()?.into(), value))
        });
        let path: Members<'_> = read.collect();
        if !violations.is_empty() {
            return Err(Refusal {
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

    /// The response to a valid request.
    pub(crate) fn answer(
        &self,
        source: &Source,
        request: &Request<'_>,
        valid: Valid<'_>,
    ) -> Result<Reply, Refusal> {
        let Valid { input, mut notes } = valid;
        let preference = Preference::of(&request.head.headers);
        let preferred = preference
            .code
            .and_then(|code| Some((code, nearest(&self.responses, code)?)));
        let chosen = preferred.or_else(|| {
            let response = usual(&self.responses)?;
            Some((response.key.status(), response))
        });
        let Some((status, response)) = chosen else {
            let mut reply = Reply::empty(StatusCode::OK);
            reply.effect = self.effect(StatusCode::OK, None);
            return Ok(reply);
        };
        if response.contents.is_empty() {
            let mut reply = preference.applied(response.empty(status), Followed::default());
            (reply.effect, reply.notes) = (self.effect(status, None), notes);
            return Ok(reply);
        }
        let accepted = Accepted::of(&request.head.headers);
        let mut best = None;
        for content in &response.contents {
            if content.unavailable().is_some() {
                continue;
            }
            let (other, weight) = content.offer(accepted.as_ref());
            if weight > best.as_ref().map_or(0.0, |(_, _, best)| *best) {
                best = Some((content, other, weight));
            }
        }
        let Some((content, media, _)) = best else {
            return Err(not_acceptable(&response.contents));
        };
        let example = preference
            .example
            .as_deref()
            .and_then(|name| content.example(name));
        if status.as_u16() >= 400 && example.is_none() && content.is_json() {
            let failure = response.failure(source, status, None, &[]);
            if let Some(reply) = failure {
                return Ok(preference.applied(reply, Followed::default()));
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
        let reply = response.with_headers(content.reply(source, status, media, &value));
        let mut reply = preference.applied(reply, followed);
        (reply.effect, reply.notes) = (self.effect(status, Some(content)), notes);
        Ok(reply)
    }

    /// A response that takes the place of the documented one; without a status, with that of the documented one.
    pub(crate) fn stubbed(
        &self,
        status: Option<StatusCode>,
        headers: &HeaderMap,
        body: Option<&serde_json::Value>,
    ) -> Reply {
        let usual = || usual(&self.responses).map(|response| response.key.status());
        let status = status.or_else(usual).unwrap_or(StatusCode::OK);
        let mut reply = match body {
            Some(body) => Reply::json(status, "application/json", body),
            None => Reply::empty(status),
        };
        reply.headers.extend(headers.clone());
        reply.effect = self.effect(status, None);
        reply
    }

    /// The effect of a request that is carried out.
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

    /// The response with the headers of a deprecated operation.
    pub(crate) fn announced(&self, mut reply: Reply) -> Reply {
        reply.headers.extend(self.lifecycle.headers());
        reply
    }
}

/// Why none of these media types is sent.
fn not_acceptable(contents: &[Content]) -> Refusal {
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
    Refusal {
        status: Some(StatusCode::NOT_ACCEPTABLE),
        reason,
        violations: Vec::new(),
        header: None,
    }
}
