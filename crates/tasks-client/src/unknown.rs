use std::{collections::BTreeSet, fmt};

use serde_json::{Map, Value};

use crate::generated::types::{
    Action, ApprovalAction, CompletionMode, PrototypeApprovalResponse, PrototypeApprovalStep,
    PrototypeLocation, PrototypeTask, PrototypeTaskUser, TaskStatus, TaskUserType, User,
};
use crate::printable::printable;

/// Something in an answer that the document does not know, by the name of its place. A value is never kept: it may be
/// anybody's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unknown {
    /// A field, such as `assignees[].team`.
    Field(String),
    /// A value of an open enumeration at a place, such as `status`.
    Value(&'static str),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => write!(f, "field {name}"),
            Self::Value(place) => write!(f, "value of {place}"),
        }
    }
}

/// Everything in a task that its type keeps in `extra` or as `Other`; a name never holds the secret.
pub(crate) fn unknown_names(task: &PrototypeTask, secret: &str) -> BTreeSet<Unknown> {
    let mut names = Names {
        found: BTreeSet::new(),
        secret,
    };
    names.fields("", &task.extra);
    names.value("status", matches!(task.status, Some(TaskStatus::Other(_))));
    names.people("assignees[]", "assignees[].type", &task.assignees);
    for step in task.approval_steps.iter().flatten() {
        names.step(step);
    }
    if let Some(PrototypeLocation { extra, .. }) = &task.location {
        names.fields("location.", extra);
    }
    names.action("created", &task.created);
    names.action("modified", &task.modified);
    names.action("completed", &task.completed);
    names.found
}

struct Names<'s> {
    found: BTreeSet<Unknown>,
    secret: &'s str,
}

impl Names<'_> {
    fn fields(&mut self, place: &str, extra: &Map<String, Value>) {
        // A name comes from the network: it may be of any length and hold anything.
        for name in extra.keys() {
            let name = printable(name, &[self.secret]);
            self.found.insert(Unknown::Field(format!("{place}{name}")));
        }
    }

    fn value(&mut self, place: &'static str, is_unknown: bool) {
        if is_unknown {
            self.found.insert(Unknown::Value(place));
        }
    }

    fn people(&mut self, place: &str, kind: &'static str, people: &Option<Vec<PrototypeTaskUser>>) {
        for person in people.iter().flatten() {
            self.fields(&format!("{place}."), &person.extra);
            self.value(kind, matches!(person.type_, Some(TaskUserType::Other(_))));
        }
    }

    fn step(&mut self, step: &PrototypeApprovalStep) {
        self.fields("approvalSteps[].", &step.extra);
        let mode = matches!(step.completion_mode, Some(CompletionMode::Other(_)));
        self.value("approvalSteps[].completionMode", mode);
        let kind = "approvalSteps[].participants[].type";
        self.people("approvalSteps[].participants[]", kind, &step.participants);
        for response in step.responses.iter().flatten() {
            let PrototypeApprovalResponse {
                action,
                created,
                extra,
                ..
            } = response;
            self.fields("approvalSteps[].responses[].", extra);
            let is_unknown = matches!(action, Some(ApprovalAction::Other(_)));
            self.value("approvalSteps[].responses[].action", is_unknown);
            self.action("approvalSteps[].responses[].created", created);
        }
    }

    fn action(&mut self, place: &str, action: &Option<Action>) {
        let Some(action) = action else { return };
        self.fields(&format!("{place}."), &action.extra);
        if let Some(User { extra, .. }) = &action.user {
            self.fields(&format!("{place}.user."), extra);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn names(task: Value) -> Vec<String> {
        let task = serde_json::from_value(task).unwrap();
        let names = unknown_names(&task, "").into_iter();
        names.map(|name| name.to_string()).collect()
    }

    #[test]
    fn a_known_task_has_none() {
        assert_eq!(
            names(json!({"id": "a", "status": "Created", "dueDate": null})),
            [""; 0]
        );
    }

    #[test]
    fn names_are_found_everywhere_and_values_stay_out() {
        let secret = "hunter2";
        let action = json!({"x": secret, "user": {"y": secret}});
        let people = json!([{"type": secret, "team": secret}, {"team": secret}]);
        let found = names(json!({
            "priority": secret, "status": secret, "location": {"z": secret},
            "created": action, "modified": action, "completed": action, "assignees": people,
            "approvalSteps": [{
                "completionMode": secret, "k": secret, "participants": people,
                "responses": [{"action": secret, "created": action, "r": secret}],
            }],
        }));
        insta::assert_snapshot!(found.join("\n"), @r"
        field approvalSteps[].k
        field approvalSteps[].participants[].team
        field approvalSteps[].responses[].created.user.y
        field approvalSteps[].responses[].created.x
        field approvalSteps[].responses[].r
        field assignees[].team
        field completed.user.y
        field completed.x
        field created.user.y
        field created.x
        field location.z
        field modified.user.y
        field modified.x
        field priority
        value of approvalSteps[].completionMode
        value of approvalSteps[].participants[].type
        value of approvalSteps[].responses[].action
        value of assignees[].type
        value of status
        ");
    }
}
