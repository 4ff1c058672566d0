use oas::Pointer;
use tasks_client::types::{CompletionMode, NewPrototypeTask, TaskStatus, TaskUserType};

use super::suggest::closest;

/// Warnings about values that the document does not list. They are sent unchanged: the service may
/// accept them, or they may be misspelt.
pub(crate) fn undocumented(task: &NewPrototypeTask) -> Vec<String> {
    let values = open_values(task).into_iter();
    let values = values.filter(|value| !value.known.contains(&value.text));
    values
        .map(
            |OpenValue {
                 field, text, known, ..
             }| {
                let suggestion = match closest(text, known) {
                    Some(suggestion) => format!("did you mean `{suggestion}`?"),
                    None => documented(known),
                };
                format!("undocumented `{field}`: `{text}` is sent unchanged; {suggestion}")
            },
        )
        .collect()
}

/// Returns the values that differ from a documented one only by case.
pub(super) fn miswritten(task: &NewPrototypeTask) -> Vec<(Pointer, String)> {
    let values = open_values(task).into_iter();
    let values = values.filter_map(|value| {
        let suggestion = differs_by_case(value.text, value.known)?;
        Some((
            value.pointer,
            unknown_value(value.field, value.text, suggestion),
        ))
    });
    values.collect()
}

/// The documented value from which a value differs only by case.
pub(super) fn differs_by_case<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    let is_same = |candidate: &&&str| candidate.to_lowercase() == text.trim().to_lowercase();
    let suggestion = known.iter().find(is_same)?;
    (*suggestion != text).then_some(*suggestion)
}

pub(super) fn documented(known: &[&str]) -> String {
    format!("documented values: `{}`", known.join("`, `"))
}

pub(super) fn unknown_value(field: &str, text: &str, suggestion: &str) -> String {
    format!("unknown {field} `{text}`: did you mean `{suggestion}`?")
}

struct OpenValue<'t> {
    pointer: Pointer,
    field: &'static str,
    text: &'t str,
    known: &'static [&'static str],
}

fn open_values(task: &NewPrototypeTask) -> Vec<OpenValue<'_>> {
    let root = Pointer::root();
    let mut values = Vec::new();
    values.extend(task.status.iter().map(|status| OpenValue {
        pointer: root.join("status"),
        field: "status",
        text: status.as_str(),
        known: TaskStatus::KNOWN,
    }));
    let steps = task.approval_steps.iter().flatten().enumerate();
    for (number, step) in steps {
        let pointer = root.join("approvalSteps").index(number);
        values.push(OpenValue {
            pointer: pointer.join("completionMode"),
            field: "completionMode",
            text: step.completion_mode.as_str(),
            known: CompletionMode::KNOWN,
        });
        values.extend(types(
            &pointer.join("participants"),
            step.participants.iter().map(|user| &user.type_),
        ));
    }
    let assignees = task.assignees.iter().flatten();
    values.extend(types(
        &root.join("assignees"),
        assignees.map(|user| &user.type_),
    ));
    values
}

fn types<'t>(
    users: &Pointer,
    types: impl Iterator<Item = &'t Option<TaskUserType>>,
) -> Vec<OpenValue<'t>> {
    let types = types.enumerate();
    let types = types.filter_map(|(number, kind)| {
        Some(OpenValue {
            pointer: users.index(number).join("type"),
            field: "type",
            text: kind.as_ref()?.as_str(),
            known: TaskUserType::KNOWN,
        })
    });
    types.collect()
}
