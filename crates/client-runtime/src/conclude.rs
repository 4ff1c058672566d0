use chrono::{DateTime, NaiveDate, Utc};
use reqwest::StatusCode;
use serde_json::Value;

use crate::{
    core::Core,
    effect::Effect,
    error::{Details, Error, Response as Kept},
    error_kind::ErrorKind,
    facts::{Class, Facts},
    identity::text_member,
    operation::Operation,
    printable::printable,
    raw::{Broken, Raw, request_id, without_bom},
    report::{End, Report},
    response::Response,
    status::name,
    unknowns::Unknowns,
};

/// Converts the report of a call into its response or error.
pub(crate) fn conclude<O: Operation>(
    core: &Core,
    operation: &O,
    mut report: Report,
    output: &mut Option<O::Output>,
) -> Result<O::Response, Error> {
    let facts = operation.facts();
    let effect = report.effect();
    let attempts = std::mem::take(&mut report.attempts);
    let unknowns = output.as_ref().map(unknowns::<O>);
    let secrets = match &unknowns {
        Some(unknowns) if unknowns.is_empty() => Vec::new(),
        _ => report.secrets(),
    };
    let secrets: Vec<&str> = secrets.iter().map(String::as_str).collect();
    if let Some(value) = output.take()
        && let End::Response(raw) = report.end
    {
        core.notices()
            .report(unknowns.unwrap_or_default(), &secrets);
        let response = Response {
            value,
            status: raw.status,
            headers: raw.headers,
            body: raw.body,
            attempts,
            class: facts.class,
        };
        return Ok(operation.response(response, core.notices()));
    }
    let details = details(core, operation, report.end, effect, &secrets);
    Err(Error::from(Details {
        attempts,
        retry_after: report.retry_after,
        ..details
    }))
}

/// The error of a call by the end of its last attempt.
fn details<O: Operation>(
    core: &Core,
    operation: &O,
    end: End,
    effect: Effect,
    secrets: &[&str],
) -> Details {
    let facts = operation.facts();
    match end {
        End::Response(raw) => {
            let failure = Failure {
                core,
                facts,
                secrets,
                migration: operation.migration(),
            };
            failure.response(raw, effect, |body| operation.explain(body))
        }
        End::Foreign(raw) => foreign(facts, raw, effect, secrets),
        End::Invalid(reason) => Details::new(facts, ErrorKind::Invalid, effect, reason),
        End::Rejected(error) => Details {
            source: Some(error),
            ..Details::new(
                facts,
                ErrorKind::BeforeSend,
                effect,
                "the request was not sent",
            )
        },
        End::Paused => Details::new(
            facts,
            ErrorKind::Paused,
            effect,
            "the service requested a pause",
        ),
        End::TimedOut => Details::new(
            facts,
            ErrorKind::Deadline,
            effect,
            "the time budget was used up before the request could be sent",
        ),
        End::NoToken(error) => Details {
            source: Some(error.into()),
            ..Details::new(facts, ErrorKind::Token, effect, "no access token")
        },
        End::NotConnected(error) => Details {
            source: Some(error.without_url().into()),
            ..Details::new(facts, ErrorKind::Connect, effect, "no connection")
        },
        End::Failed(error) => failed(facts, error, effect),
    }
}

fn unknowns<O: Operation>(output: &O::Output) -> Unknowns {
    let mut unknowns = Unknowns::default();
    O::unknowns(output, &mut unknowns);
    unknowns
}

/// A success that belongs to another request: its id is not that of what this call may have
/// created.
fn foreign(facts: &'static Facts, raw: Raw, effect: Effect, secrets: &[&str]) -> Details {
    let id = facts.id_property;
    let id = id.and_then(|name| text_member(without_bom(&raw.body), name));
    let request_id = request_id(&raw.headers).map(|id| printable(id, secrets));
    Details {
        response_id: id.map(|id| printable(&id, secrets)),
        response: Some(Kept {
            code: None,
            message: None,
            request_id,
            status: raw.status,
            headers: raw.headers,
            body: raw.body,
        }),
        ..Details::new(
            facts,
            ErrorKind::Mismatch,
            effect,
            "the response belongs to another request",
        )
    }
}

fn failed(facts: &'static Facts, error: reqwest::Error, effect: Effect) -> Details {
    let (kind, reason) = if error.is_builder() {
        (ErrorKind::Invalid, "the request could not be built")
    } else if error.is_timeout() {
        (ErrorKind::NoResponse, "no response in time")
    } else {
        (
            ErrorKind::NoResponse,
            "the connection was lost before a response",
        )
    };
    Details {
        // The URL may carry an API key.
        source: Some(error.without_url().into()),
        ..Details::new(facts, kind, effect, reason)
    }
}

/// A response that is not a success, or one that is not understood.
struct Failure<'c> {
    core: &'c Core,
    facts: &'static Facts,
    secrets: &'c [&'c str],
    migration: Option<&'static str>,
}

impl Failure<'_> {
    fn response(
        &self,
        raw: Raw,
        effect: Effect,
        explain: impl FnOnce(&[u8]) -> Option<String>,
    ) -> Details {
        let Raw {
            status,
            headers,
            body,
            broken,
        } = raw;
        let text = |text: &str| printable(text, self.secrets);
        let is_success = self.facts.success(status.as_u16()).is_some();
        let parsed: Value = if is_success {
            Value::Null
        } else {
            serde_json::from_slice(without_bom(&body)).unwrap_or_default()
        };
        let member = |name: &str| parsed.get(name).and_then(Value::as_str).map(text);
        let (code, message) = (member("code"), member("message"));
        let mut details = if is_success {
            let (reason, source) = match broken {
                Some(Broken::TooLong) => ("it is too long", None),
                Some(broken) => ("it is truncated", broken.into_source()),
                None => (
                    "it is not what the document describes",
                    explain(without_bom(&body)).map(|reason| text(&reason).into()),
                ),
            };
            let id = self.facts.id_property;
            // Only what was created has an id of its own; another success may be a list.
            let id = id.filter(|_| effect == Effect::Applied && self.facts.class != Class::Safe);
            Details {
                created_id: id
                    .and_then(|id| text_member(without_bom(&body), id))
                    .map(|id| text(&id)),
                source,
                ..Details::new(self.facts, ErrorKind::Unreadable, effect, reason)
            }
        } else {
            let is_error = status.is_client_error() || status.is_server_error();
            let instead = if is_error { "" } else { " is not a success" };
            let reason = format!("{}{instead}", name(status));
            Details::new(self.facts, ErrorKind::Status, effect, reason)
        };
        let is_missing = matches!(status.as_u16(), 404 | 410);
        details.is_likely_deleted =
            is_missing && self.facts.method == "DELETE" && effect == Effect::Unknown;
        let sunset = self.sunset();
        details.is_after_sunset = sunset.is_some();
        if is_removed(status, message.as_deref()) {
            details.removed_since = sunset;
            details.migration = self.migration;
        }
        details.response = Some(Kept {
            code,
            message,
            request_id: request_id(&headers).map(text),
            status,
            headers,
            body,
        });
        details
    }

    /// The day of the sunset, if it is over.
    fn sunset(&self) -> Option<NaiveDate> {
        let today = DateTime::<Utc>::from(self.core.clock().calendar()).date_naive();
        let sunset = self.core.notices().lifecycle(self.facts).sunset_on;
        sunset.filter(|sunset| *sunset <= today)
    }
}

/// Whether a response is one that a removed endpoint may give.
fn is_removed(status: StatusCode, message: Option<&str>) -> bool {
    match status.as_u16() {
        400 | 404 | 405 | 410 | 501 => true,
        // A gateway's response to a route that does not exist.
        403 => message == Some("Missing Authentication Token"),
        304 => false,
        300..=399 => true,
        _ => false,
    }
}
