use chrono::{DateTime, Utc};
use tasks_client::{
    Created, Error,
    types::{PrototypeApprovalStep, PrototypeTaskUser, TaskUserType},
};

use super::link::without_token;
use crate::{
    outcome::{End, Outcome, Verdict},
    printable::{chain, printable},
};

/// A task that was created, over several lines.
pub(crate) fn details(created: &Created, shows_link_tokens: bool) -> String {
    let task = created.task();
    let due = task.due_date.or(task.due_at);
    let users = |users: &[PrototypeTaskUser]| users.iter().map(user).collect::<Vec<_>>().join(", ");
    let mut rows: Vec<(&str, String)> = Vec::new();
    let mut row = |label, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            rows.push((label, printable(&value)));
        }
    };
    row("Title", task.title.clone());
    row("Status", task.status.as_ref().map(ToString::to_string));
    row("Due", Some(due.map_or_else(|| "none".to_owned(), date)));
    row("Assignees", task.assignees.as_deref().map(users));
    for (number, step) in (1..).zip(task.approval_steps.iter().flatten()) {
        row("Approval", Some(format!("{number}. {}", approval(step))));
    }
    row(
        "Location",
        task.location.as_ref().map(|location| {
            let parts = [&location.resource, &location.segment];
            let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            parts.join(", segment ")
        }),
    );
    row(
        "Notify",
        (task.notifications_disabled == Some(true)).then(|| "off".to_owned()),
    );
    row(
        "Link",
        task.source_url
            .as_deref()
            .map(|url| match shows_link_tokens {
                true => url.to_owned(),
                false => without_token(url),
            }),
    );

    let id = created
        .id()
        .map_or_else(|| "(no id in the response)".to_owned(), printable);
    let rows = rows
        .iter()
        .map(|(label, value)| format!("\n  {label:<10} {value}"));
    format!("Created task {id}{}", rows.collect::<String>())
}

/// Outcome of one task of a list, on one line.
pub(crate) fn line(outcome: &Outcome) -> String {
    let location = match &outcome.input.location {
        Some(location) => location.to_string(),
        None => format!("#{}", outcome.index),
    };
    let verdict = match outcome.verdict() {
        Verdict::Created => "created",
        Verdict::NotCreated if outcome.is_rejected() => "rejected",
        Verdict::NotCreated => "not created",
        Verdict::Unread => "created",
        Verdict::Unknown => "UNKNOWN",
    };
    let id = outcome.id().map(|id| format!(" {}", printable(id)));
    let title = printable(&outcome.input.task.title);
    let why = match &outcome.end {
        End::Created(created) if created.may_be_duplicate() => " (possible duplicate)".to_owned(),
        End::Created(_) => String::new(),
        End::Failed(error) => format!(": {}", reason(error)),
        End::Interrupted => ": interrupted".to_owned(),
        End::Unsent => ": not sent".to_owned(),
    };
    let id = id.unwrap_or_default();
    format!("{location}: {verdict}{id} “{title}”{why}")
}

/// Returns the reason of a failed call, without the common beginning of the message.
pub(crate) fn reason(error: &Error) -> String {
    let text = chain(error);
    let prefix = format!("failed to call `{}`: ", error.operation());
    text.strip_prefix(&prefix).unwrap_or(&text).to_owned()
}

fn date(date: DateTime<Utc>) -> String {
    date.format("%Y-%m-%d %H:%M UTC").to_string()
}

fn user(user: &PrototypeTaskUser) -> String {
    let id = user.id.as_deref().unwrap_or("(no id)");
    match &user.type_ {
        None | Some(TaskUserType::User) => id.to_owned(),
        Some(kind) => format!("{id} ({kind})"),
    }
}

fn approval(step: &PrototypeApprovalStep) -> String {
    let participants = step.participants.iter().flatten().map(user);
    let participants = participants.collect::<Vec<_>>().join(", ");
    let mode = step
        .completion_mode
        .as_ref()
        .map(|mode| format!("{mode} of "));
    let due = step.due_date.map(|due| format!(", due {}", date(due)));
    format!(
        "{}{participants}{}",
        mode.unwrap_or_default(),
        due.unwrap_or_default()
    )
}
