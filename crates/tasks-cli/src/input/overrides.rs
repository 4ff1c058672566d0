use chrono::{DateTime, FixedOffset};
use clap::Args;
use serde_json::{Map, Value};
use tasks_client::types::{Location, NewPrototypeTask, TaskStatus, TaskUser, TaskUserType};

use super::values::{differs_by_case, documented, unknown_value};
use crate::due::{Due, Zone};

#[derive(Debug, Args)]
#[command(next_help_heading = "Task")]
pub(crate) struct TaskArgs {
    /// Title
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Description
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
    /// Status of the new task [default: Created]
    #[arg(long, value_parser = status)]
    pub(crate) status: Option<TaskStatus>,
    /// Due date: a date, which means the end of that day, a date and time with an offset, or
    /// `none` for null
    #[arg(long, value_name = "DATE")]
    pub(crate) due: Option<Due>,
    /// Time zone of a date without a time [default: local]
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub(crate) time_zone: Option<Zone>,
    /// Id of an assignee; repeatable
    #[arg(long = "assignee", value_name = "ID")]
    pub(crate) assignees: Vec<String>,
    /// Id of the document or other file to attach the task to
    #[arg(long, value_name = "ID")]
    pub(crate) resource: Option<String>,
    /// Id of a part of the resource, such as a section or a sheet
    #[arg(long, value_name = "ID", requires = "resource")]
    pub(crate) segment: Option<String>,
    /// Disable notifications about the task
    #[arg(long)]
    pub(crate) no_notifications: bool,
}

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

fn status(text: &str) -> Result<TaskStatus, String> {
    if text.trim().is_empty() {
        return Err(documented(TaskStatus::KNOWN));
    }
    match differs_by_case(text, TaskStatus::KNOWN) {
        Some(suggestion) => Err(unknown_value("status", text, suggestion)),
        None => Ok(TaskStatus::from(text)),
    }
}
