//! Log lines of requests, and the table of routes. Headers are not logged: they contain tokens.

use std::fmt;

use serde::Serialize;

use crate::api::Route;
use crate::fault::Fault;
use crate::ledger::Received;

/// One request in the format JSON.
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

impl Received {
    /// The line of a log in JSON.
    pub fn to_json_line(&self) -> String {
        let line = Line {
            time: chrono::DateTime::<chrono::Utc>::from(self.at).to_rfc3339(),
            method: self.method.as_str(),
            path: self.uri.path(),
            status: self.status.map(|status| status.as_u16()),
            operation: self.operation.as_deref(),
            applied: self.applied,
            created: self.created,
            reason: self.reason.as_deref(),
            notes: &self.notes,
            fault: fault(self),
        };
        // Values of strings and numbers always serialise.
        serde_json::to_string(&line).unwrap_or_default()
    }
}

/// The line of a log: `POST /tasks → 201  createTask, created` or `POST /tasks → 400  /dueDate:
/// "tomorrow" is not a date-time`.
impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut details = Vec::new();
        match &self.reason {
            Some(reason) => details.push(reason.clone()),
            None => details.extend(self.operation.clone()),
        }
        details.extend(self.created.then(|| "created".to_owned()));
        details.extend(fault(self).map(|fault| format!("fault {fault}")));
        details.extend(self.notes.iter().cloned());
        write!(f, "{} {} → ", self.method, self.uri.path())?;
        match self.status {
            Some(status) => f.write_str(status.as_str())?,
            None => f.write_str("closed without a response")?,
        }
        match details.is_empty() {
            true => Ok(()),
            false => write!(f, "  {}", details.join(", ")),
        }
    }
}

fn fault(request: &Received) -> Option<String> {
    (request.fault != Fault::none()).then(|| request.fault.to_string())
}

/// One line for each route, in columns.
pub fn route_table(routes: &[Route]) -> Vec<String> {
    let id = |route: &Route| route.operation.clone().unwrap_or_default();
    let width = |column: fn(&Route) -> usize| routes.iter().map(column).max().unwrap_or(0);
    let methods = width(|route| route.method.chars().count());
    let paths = width(|route| route.path.chars().count());
    let ids = width(|route| {
        route
            .operation
            .as_deref()
            .unwrap_or_default()
            .chars()
            .count()
    });
    let lines = routes.iter().map(|route| {
        format!(
            "{:methods$}  {:paths$}  {:ids$}  {}",
            route.method,
            route.path,
            id(route),
            route.responses
        )
    });
    lines.collect()
}
