use tasks_client::types::{CompletionMode, NewPrototypeTask, TaskStatus, TaskUserType};

use super::closest;

/// The values that are sent as they are written although the document does not know them. The service may; the user may
/// have mistyped.
pub(crate) fn undocumented(task: &NewPrototypeTask) -> Vec<String> {
    let status = task.status.iter();
    let status = status.map(|status| ("status", status.as_str(), TaskStatus::KNOWN));
    let steps = || task.approval_steps.iter().flatten();
    let modes = steps().map(|step| {
        let mode = step.completion_mode.as_str();
        ("completionMode", mode, CompletionMode::KNOWN)
    });
    let participants = steps().flat_map(|step| &step.participants);
    let users = task.assignees.iter().flatten().chain(participants);
    let types = users.filter_map(|user| user.type_.as_ref());
    let types = types.map(|kind| ("type", kind.as_str(), TaskUserType::KNOWN));

    let all = status.chain(modes).chain(types);
    all.filter(|(_, value, known)| !known.contains(value))
        .map(|(field, value, known)| {
            let meant = match closest(value, known) {
                Some(meant) => format!("did you mean {meant:?}?"),
                None => format!("documented are {}", known.join(", ")),
            };
            format!("{field} {value:?} is not documented and is sent as it is; {meant}")
        })
        .collect()
}
