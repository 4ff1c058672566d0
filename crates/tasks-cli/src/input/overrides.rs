use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value};
use tasks_client::types::{Location, NewPrototypeTask, TaskUser, TaskUserType};

use crate::args::TaskArgs;

/// Properties that flags set in every task of the input.
#[derive(Debug, Default)]
pub(crate) struct Overrides(Map<String, Value>);

impl Overrides {
    /// `due`: the due date of `args` in its time zone; nothing within it is null.
    pub(crate) fn new(
        args: &TaskArgs,
        due: Option<Option<DateTime<FixedOffset>>>,
    ) -> anyhow::Result<Self> {
        // The generated types define the names of the properties; they require a title.
        let mut task = NewPrototypeTask::builder().title(args.title.as_deref().unwrap_or_default());
        if let Some(description) = &args.description {
            task = task.description(description.as_str());
        }
        if let Some(status) = &args.status {
            task = task.status(status.clone());
        }
        if let Some(due) = due {
            task = task.due_date(due.map(|date| date.to_utc()));
        }
        if !args.assignees.is_empty() {
            let user = |id: &String| {
                TaskUser::builder()
                    .id(id.as_str())
                    .type_(TaskUserType::User)
            };
            let users = args.assignees.iter().map(|id| user(id).try_into());
            task = task.assignees(users.collect::<Result<Vec<TaskUser>, _>>()?);
        }
        if let Some(resource) = &args.resource {
            let mut location = Location::builder().resource(resource.as_str());
            if let Some(segment) = &args.segment {
                location = location.segment(segment.as_str());
            }
            task = task.location(Location::try_from(location)?);
        }
        if args.no_notifications {
            task = task.notifications_disabled(true);
        }
        let Value::Object(mut set) = serde_json::to_value(NewPrototypeTask::try_from(task)?)?
        else {
            anyhow::bail!("a task is not a JSON object");
        };
        if args.title.is_none() {
            set.remove("title");
        }
        Ok(Self(set))
    }

    pub(super) fn properties(&self) -> &Map<String, Value> {
        &self.0
    }
}
