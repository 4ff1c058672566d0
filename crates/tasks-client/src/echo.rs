//! Comparison of the task that was sent with the one that was returned. A lenient service drops
//! properties that it does not know, such as `dueDate` where it expects `dueAt`, and returns a
//! success.

use chrono::{DateTime, Utc};
use client_runtime::Notices;

use crate::generated::types::{
    ApprovalStep, NewPrototypeTask, PrototypeApprovalStep, PrototypeTask,
};

/// The properties that were sent and not returned with an equal value, by name. A sent `null`, `[]`
/// and an absent property are equal. Flags and the status are not compared: the service may change
/// them.
pub(crate) fn not_returned(sent: &NewPrototypeTask, returned: &PrototypeTask) -> Vec<String> {
    let mut names = Vec::new();
    let mut check = |name: &str, is_equal: bool| {
        if !is_equal {
            names.push(name.to_owned());
        }
    };
    check("title", is_text(Some(&sent.title), returned.title.as_ref()));
    check(
        "description",
        is_text(sent.description.as_ref(), returned.description.as_ref()),
    );
    let due = [returned.due_date, returned.due_at];
    check("dueDate", is_instant(sent.due_date.value().copied(), due));
    let assignees = sent
        .assignees
        .iter()
        .flatten()
        .filter_map(|user| user.id.as_deref());
    let returned_ids: Vec<&str> = returned
        .assignees
        .iter()
        .flatten()
        .filter_map(|user| user.id.as_deref())
        .collect();
    check(
        "assignees",
        assignees.into_iter().all(|id| returned_ids.contains(&id)),
    );
    let (steps, returned_steps) = (
        sent.approval_steps.as_deref().unwrap_or_default(),
        returned.approval_steps.as_deref().unwrap_or_default(),
    );
    if steps.is_empty() || steps.len() == returned_steps.len() {
        for (index, (step, returned)) in steps.iter().zip(returned_steps).enumerate() {
            let name = format!("approvalSteps[{index}].dueDate");
            check(&name, is_due(step, returned));
        }
    } else {
        check("approvalSteps", false);
    }
    if let Some(location) = sent.location.value() {
        let returned = returned.location.as_ref();
        let resource = returned.and_then(|location| location.resource.as_ref());
        let segment = returned.and_then(|location| location.segment.as_ref());
        check(
            "location",
            is_text(location.resource.as_ref(), resource)
                && is_text(location.segment.value(), segment),
        );
    }
    names
}

/// Reports each property once per client.
pub(crate) fn report(names: &[String], notices: &Notices) {
    for name in names {
        let property = match name.split_once('[').zip(name.split_once(']')) {
            Some(((list, _), (_, rest))) => format!("{list}[]{rest}"),
            None => name.clone(),
        };
        if notices.is_new(&format!("not returned: {property}")) {
            client_runtime::tracing::warn!(%property, "a value that was sent was not returned");
        }
    }
}

fn is_text(sent: Option<&String>, returned: Option<&String>) -> bool {
    fn text(value: Option<&String>) -> &str {
        value.map_or("", |value| value.trim())
    }
    let (sent, returned) = (text(sent), text(returned));
    sent.is_empty() || sent == returned
}

fn is_instant(sent: Option<DateTime<Utc>>, returned: [Option<DateTime<Utc>>; 2]) -> bool {
    sent.is_none() || returned.contains(&sent)
}

fn is_due(sent: &ApprovalStep, returned: &PrototypeApprovalStep) -> bool {
    let due = [returned.due_date, returned.due_at];
    is_instant(sent.due_date.value().copied(), due)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn names(sent: Value, returned: Value) -> Vec<String> {
        let sent = serde_json::from_value(sent).unwrap();
        not_returned(&sent, &serde_json::from_value(returned).unwrap())
    }

    #[test]
    fn equal_tasks_have_no_differences() {
        let sent = json!({
            "title": "T", "description": "d", "dueDate": "2030-01-02T05:04:05+02:00", "status": "Completed",
            "notificationsDisabled": true, "assignees": [{"id": "a", "type": "USER"}],
            "approvalSteps": [{"completionMode": "ONE", "participants": [], "dueDate": "2030-01-02T00:00:00Z"}],
            "location": {"resource": "r", "segment": null},
        });
        let returned = json!({
            "title": "T", "description": "d", "dueAt": "2030-01-02T03:04:05Z", "status": "Created",
            "assignees": [{"id": "b"}, {"id": "a"}], "approvalSteps": [{"dueAt": "2030-01-02T00:00:00Z"}],
            "location": {"resource": "r"},
        });
        assert_eq!(names(sent, returned), [""; 0]);
    }

    #[test]
    fn null_empty_and_absent_are_equal() {
        let empty = json!({
            "title": "T", "dueDate": null, "location": null, "assignees": [], "approvalSteps": [], "description": "",
        });
        assert_eq!(names(empty, json!({"title": "T"})), [""; 0]);
        let extra =
            json!({"title": "T", "assignees": [{"id": "a"}], "dueDate": "2030-01-02T00:00:00Z"});
        assert_eq!(names(json!({"title": "T"}), extra), [""; 0]);
    }

    #[test]
    fn names_lost_values() {
        let step = |due: &str| json!({"completionMode": "ONE", "participants": [], "dueDate": due});
        let sent = json!({
            "title": "T", "description": "d", "dueDate": "2030-01-02T03:04:05Z", "assignees": [{"id": "a"}],
            "approvalSteps": [step("2030-01-02T00:00:00Z"), step("2030-01-03T00:00:00Z")],
            "location": {"resource": "r", "segment": "s"},
        });
        assert_eq!(
            names(sent.clone(), json!({})),
            [
                "title",
                "description",
                "dueDate",
                "assignees",
                "approvalSteps",
                "location"
            ]
        );
        let mut returned = sent.clone();
        returned["approvalSteps"][1]["dueDate"] = "2031-01-03T00:00:00Z".into();
        returned["location"]["segment"] = Value::Null;
        assert_eq!(
            names(sent, returned),
            ["approvalSteps[1].dueDate", "location"]
        );
    }
}
