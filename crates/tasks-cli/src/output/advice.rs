use std::time::Duration;

use tasks_client::{Effect, Error, ErrorKind};

/// Returns the action for a failed call.
pub(crate) fn advice(error: &Error, title: &str) -> String {
    match (error.effect(), error.kind()) {
        (Effect::Applied, _) => "the task exists: do not retry".to_owned(),
        (Effect::Unknown, _) if error.removed_since().is_some() => {
            format!("{}; {SUCCESSOR}", check_first(title))
        }
        (Effect::Unknown, _) => check_first(title),
        _ if error.removed_since().is_some() => SUCCESSOR.to_owned(),
        (_, ErrorKind::Invalid) => "correct the task".to_owned(),
        (_, ErrorKind::Token) => {
            "check the client credentials, and that they belong to this region; retrying is safe".to_owned()
        }
        (_, ErrorKind::Connect) => {
            "check the network, and the region or base URL; retrying is safe".to_owned()
        }
        _ => match error.status().map(|status| status.as_u16()) {
            Some(400 | 413 | 415 | 422) => "correct the task before retrying".to_owned(),
            Some(401) => "obtain a new access token for the region of the server".to_owned(),
            Some(403) if error.is_after_sunset() => SUCCESSOR.to_owned(),
            Some(403) => {
                "check that the access token has the scope `task:write`, and its user the permission to create the task".to_owned()
            }
            Some(404) => "check the ids in the task, and the region or base URL".to_owned(),
            Some(410) => "the endpoint was removed".to_owned(),
            Some(300..400) => "check the base URL: redirects are not followed, so that the token is not sent elsewhere".to_owned(),
            _ => later(error.retry_after()),
        },
    }
}

/// Help after the sunset, when a removed endpoint is the most likely cause.
const SUCCESSOR: &str =
    "the endpoint may have been removed: --api-version 2026-01-01 selects its successor";

pub(crate) fn check_first(title: &str) -> String {
    format!("check whether “{title}” exists before retrying")
}

fn later(after: Option<Duration>) -> String {
    match after {
        Some(after) => {
            let seconds = after.as_secs() + u64::from(after.subsec_nanos() > 0);
            format!("retry after {seconds} s")
        }
        None => "retrying is safe".to_owned(),
    }
}
