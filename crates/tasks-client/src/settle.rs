use chrono::{DateTime, Utc};
use reqwest::StatusCode;
use serde_json::Value;

use crate::{
    Created, Effect, Error, ErrorKind,
    answer::{Answer, Broken, request_id, without_bom},
    core::Core,
    decode_error::DecodeError,
    error::{Details, Response},
    generated::types::PrototypeTask,
    printable::printable,
    report::{End, Report},
    scrape::created_id,
    status::name,
};

/// Turns what came of a call into what its caller gets. `task` is there if the answer was a 201 that could be decoded.
pub(crate) fn settle(
    core: &Core,
    mut report: Report,
    task: Option<PrototypeTask>,
) -> Result<Created, Error> {
    let effect = report.effect();
    let attempts = std::mem::take(&mut report.attempts);
    let token = report.lease.as_ref().map_or("", |lease| lease.text());
    let mut details = match report.end {
        End::Answered(answer) => match task {
            Some(task) => {
                core.notices.report(&task, token);
                return Ok(Created {
                    task,
                    status: answer.status,
                    headers: answer.headers,
                    attempts,
                });
            }
            None => answered(core, answer, effect, token),
        },
        End::Refused(reason) => Details::new(ErrorKind::Invalid, effect, reason),
        End::Paused => Details::new(
            ErrorKind::Paused,
            effect,
            "the service asked this client to pause",
        ),
        End::TimedOut => Details::new(
            ErrorKind::Timeout,
            effect,
            "the time for the call was over before it could be sent",
        ),
        End::NoToken(error) => Details {
            source: Some(error.into()),
            ..Details::new(ErrorKind::Token, effect, "no access token")
        },
        End::NotConnected(error) => Details {
            source: Some(error.into()),
            ..Details::new(ErrorKind::Connect, effect, "no connection")
        },
        End::Failed(error) => failed(error, effect),
    };
    details.attempts = attempts;
    details.retry_after = report.retry_after;
    Err(details.into())
}

fn failed(error: reqwest::Error, effect: Effect) -> Details {
    let (kind, reason) = if error.is_builder() {
        (ErrorKind::Invalid, "the request could not be made")
    } else if error.is_timeout() {
        (ErrorKind::Interrupted, "no response in time")
    } else {
        (
            ErrorKind::Interrupted,
            "the connection was lost before a response",
        )
    };
    Details {
        source: Some(error.into()),
        ..Details::new(kind, effect, reason)
    }
}

fn answered(core: &Core, answer: Answer, effect: Effect, token: &str) -> Details {
    let Answer {
        status,
        headers,
        body,
        broken,
    } = answer;
    let is_created = status == StatusCode::CREATED;
    let mut details = if is_created {
        let reason = match broken {
            Some(Broken::TooLong) => "it is too long",
            Some(Broken::Lost(_)) => "it broke off",
            None => "it is not a task",
        };
        let source = match broken {
            Some(broken) => broken.into_source(),
            None => DecodeError::of::<PrototypeTask>(without_bom(&body), &[token]).map(Into::into),
        };
        Details {
            created_id: created_id(without_bom(&body)).map(|id| printable(&id, &[token])),
            source,
            ..Details::new(ErrorKind::Unreadable, effect, reason)
        }
    } else {
        let is_error = status.is_client_error() || status.is_server_error();
        let instead = if is_error {
            ""
        } else {
            " instead of 201 Created"
        };
        let reason = format!("{}{instead}", name(status));
        Details::new(ErrorKind::Status, effect, reason)
    };
    if matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE) {
        let today = DateTime::<Utc>::from(core.clock.calendar()).date_naive();
        let sunset = core.notices.lifecycle().sunset_on;
        details.gone_since = sunset.filter(|sunset| *sunset <= today);
    }
    let parsed: Value = serde_json::from_slice(without_bom(&body)).unwrap_or_default();
    let text = |name: &str| {
        let text = parsed.get(name).and_then(Value::as_str);
        text.filter(|_| !is_created)
            .map(|text| printable(text, &[token]))
    };
    details.response = Some(Response {
        code: text("code"),
        message: text("message"),
        request_id: request_id(&headers).map(|id| printable(id, &[token])),
        status,
        headers,
        body,
    });
    details
}
