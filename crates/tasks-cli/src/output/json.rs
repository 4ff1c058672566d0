use serde::Serialize;
use serde_json::Value;
use tasks_client::Error;

use super::link::hide_token;
use crate::{
    input::Location,
    outcome::{End, Outcome},
    printable::{chain, printable},
};

/// Outcome of one task as JSON, on one line.
///
/// Within version 1, fields may be added; none is removed or changes its meaning.
pub(crate) fn record(outcome: &Outcome, shows_link_tokens: bool) -> String {
    let (task, attempts) = match &outcome.end {
        End::Created(created) => {
            let mut task = serde_json::to_value(created.task()).unwrap_or_default();
            if !shows_link_tokens {
                hide_token(&mut task);
            }
            (Some(task), Some(created.attempts().len()))
        }
        End::Failed(error) => (None, Some(error.attempts().len())),
        End::Interrupted => (None, None),
        End::Unsent => (None, Some(0)),
    };
    let not_returned = match &outcome.end {
        End::Created(created) => Some(created.not_returned()),
        _ => None,
    };
    let failure = match &outcome.end {
        End::Created(_) => None,
        End::Failed(error) => Some(Failure::from(error)),
        End::Interrupted => Some(Failure::of("interrupted")),
        End::Unsent => Some(Failure::of("not sent")),
    };
    let record = Record {
        version: 1,
        event: "row",
        index: outcome.index,
        input: outcome.input.location.as_ref().map(Input::from),
        outcome: outcome.verdict().as_str(),
        id: outcome.id(),
        title: &outcome.input.task.title,
        attempts,
        may_be_duplicate: outcome.may_be_duplicate(),
        not_returned,
        task,
        error: failure,
    };
    serde_json::to_string(&record).unwrap_or_else(|error| printable(&error.to_string()))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'o> {
    version: u8,
    event: &'static str,
    /// The number of the task in the input, from 0.
    index: usize,
    /// Absent when the task comes from flags alone.
    input: Option<Input<'o>>,
    outcome: &'static str,
    id: Option<&'o str>,
    title: &'o str,
    /// Absent if the call was interrupted.
    attempts: Option<usize>,
    may_be_duplicate: bool,
    /// Names of the properties that were sent and not returned; absent unless the task was
    /// created.
    not_returned: Option<&'o [String]>,
    /// The whole response.
    task: Option<Value>,
    error: Option<Failure<'o>>,
}

#[derive(Serialize)]
struct Input<'o> {
    file: &'o str,
    line: usize,
    column: usize,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Failure<'o> {
    /// The message with its causes, on one line.
    text: String,
    status: Option<u16>,
    /// The service's own `code` and `message`.
    code: Option<&'o str>,
    message: Option<&'o str>,
    request_id: Option<&'o str>,
    retry_after_seconds: Option<u64>,
}

impl Failure<'_> {
    fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }
}

impl<'o> From<&'o Error> for Failure<'o> {
    fn from(error: &'o Error) -> Self {
        let seconds = |pause: std::time::Duration| pause.as_secs_f64().ceil() as u64;
        Self {
            text: chain(error),
            status: error.status().map(|status| status.as_u16()),
            code: error.code(),
            message: error.message(),
            request_id: error.request_id(),
            retry_after_seconds: error.retry_after().map(seconds),
        }
    }
}

impl<'o> From<&'o Location> for Input<'o> {
    fn from(location: &'o Location) -> Self {
        Self {
            file: &location.file,
            line: location.line,
            column: location.column,
        }
    }
}
