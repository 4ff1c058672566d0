//! One line for each request; never its headers, which contain tokens.

use clap::ValueEnum;
use mock_server::{Received, fault::Fault};
use serde::Serialize;

use crate::say;

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum LogFormat {
    /// A line of text per request
    #[default]
    Text,
    /// A JSON object per request
    Json,
}

/// One request in the format `json`.
#[derive(Serialize)]
struct Line<'r> {
    time: String,
    method: &'r str,
    path: &'r str,
    /// `null` if the connection was closed without a response.
    status: Option<u16>,
    operation: Option<&'r str>,
    applied: bool,
    created: bool,
    reason: Option<&'r str>,
    notes: &'r [String],
    fault: Option<String>,
}

pub(crate) fn request(format: LogFormat, request: &Received) {
    match format {
        LogFormat::Text => say::line(text(request)),
        LogFormat::Json => {
            let line = Line {
                time: chrono::DateTime::<chrono::Utc>::from(request.at).to_rfc3339(),
                method: request.method.as_str(),
                path: request.uri.path(),
                status: request.status.map(|status| status.as_u16()),
                operation: request.operation.as_deref(),
                applied: request.applied,
                created: request.created,
                reason: request.reason.as_deref(),
                notes: &request.notes,
                fault: fault(request),
            };
            // A structure of strings and numbers always serialises.
            say::line(serde_json::to_string(&line).unwrap_or_default());
        }
    }
}

/// `POST /tasks → 201  createTask, created` or `POST /tasks → 400  /dueDate: "tomorrow" is not a date-time`.
fn text(request: &Received) -> String {
    let status = match request.status {
        Some(status) => status.as_str().to_owned(),
        None => "closed without a response".to_owned(),
    };
    let mut details = Vec::new();
    match &request.reason {
        Some(reason) => details.push(reason.clone()),
        None => details.extend(request.operation.clone()),
    }
    details.extend(request.created.then(|| "created".to_owned()));
    details.extend(fault(request).map(|fault| format!("fault {fault}")));
    details.extend(request.notes.iter().cloned());
    let line = format!("{} {} → {status}", request.method, request.uri.path());
    match details.is_empty() {
        true => line,
        false => format!("{line}  {}", details.join(", ")),
    }
}

fn fault(request: &Received) -> Option<String> {
    (request.fault != Fault::none()).then(|| request.fault.to_string())
}
