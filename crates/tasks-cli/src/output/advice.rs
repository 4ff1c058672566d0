use std::time::Duration;

use tasks_client::{Effect, Error, ErrorKind};

/// What to do about a failed call.
pub(crate) fn advice(error: &Error, title: &str) -> String {
    match (error.effect(), error.kind()) {
        (Effect::Applied, _) => "the task exists: do not send it again".to_owned(),
        (Effect::Unknown, _) => may_exist(title),
        (_, ErrorKind::Invalid) => "change the task".to_owned(),
        (_, ErrorKind::Token) => {
            "check the client credentials, and that they are of this region; it is safe to send the task again".to_owned()
        }
        (_, ErrorKind::Connect) => {
            "check the network, and the region or base URL; it is safe to send the task again".to_owned()
        }
        _ => match error.status().map(|status| status.as_u16()) {
            Some(400 | 413 | 415 | 422) => "change the task; as it is it will be refused again".to_owned(),
            Some(401) => "get a new access token, of the region that is talked to".to_owned(),
            Some(403) => {
                "the access token needs the scope task:write, and its owner the permission to create the task".to_owned()
            }
            Some(404) => "check the ids in the task, and the region or base URL".to_owned(),
            Some(410) => "the endpoint is gone: tasks have to be created in another way".to_owned(),
            Some(300..400) => "check the base URL: redirects are not followed, for the sake of the token".to_owned(),
            _ => later(error.retry_after()),
        },
    }
}

pub(crate) fn may_exist(title: &str) -> String {
    format!("look for “{title}” before you send it again: it may exist")
}

fn later(after: Option<Duration>) -> String {
    match after {
        Some(after) => {
            let seconds = after.as_secs() + u64::from(after.subsec_nanos() > 0);
            format!("wait for {seconds} s; then it is safe to send the task again")
        }
        None => "it is safe to send the task again".to_owned(),
    }
}
