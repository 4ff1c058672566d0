use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use tasks_client::{Region, types::TaskStatus};

use crate::mock::MockArgs;

/// Creates tasks on the Workiva Platform, and never one of them twice unless told to.
#[derive(Debug, Parser)]
#[command(
    name = "tasks",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Create(Box<CreateArgs>),
    Mock(Box<MockArgs>),
}

/// Create one task, or many from a list
///
/// FILE holds one task as a JSON object, or many: a JSON array of objects, or one object per line (JSON Lines). Flags
/// override what it says, in every task. All of the input is checked before anything is sent.
#[derive(Debug, Args)]
#[command(after_help = NEXT, after_long_help = EXAMPLES)]
pub(crate) struct CreateArgs {
    /// JSON of a task, or of many; `-` reads standard input
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    pub(crate) file: Option<String>,

    #[command(flatten)]
    pub(crate) task: TaskArgs,
    #[command(flatten)]
    pub(crate) service: ServiceArgs,
    #[command(flatten)]
    pub(crate) sending: SendingArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

const NEXT: &str = "Examples, environment and exit codes: tasks create --help";

const EXAMPLES: &str = "\
Examples:
  tasks create --mock task.json
      Try it: create the task on a mock server inside this program
  tasks create --title 'Review the 10-K' --assignee V1ZVd2VyFzU3NiQ1 --due 2026-03-01T17:00:00Z
      Create a task without a file
  tasks create template.json --title 'Review the 10-Q' --dry-run
      Show the request as a curl command; send nothing
  tasks create tasks.jsonl --format json --save-unsent rest.jsonl > results.jsonl
      Create many, and keep those that were certainly not created for another try

Environment:
  TASKS_TOKEN          an access token with the scope task:write
  TASKS_CLIENT_ID      client credentials, from which tokens are made; with TASKS_CLIENT_SECRET
  TASKS_REGION         as --region
  TASKS_BASE_URL       as --base-url

Exit codes:
  0  created
  1  not created
  2  nothing was sent: wrong usage, or wrong input
  3  may exist: look before you send it again
  4  exists, but its answer could not be read
Of many tasks the worst counts: 3, then 4, then 1.";

#[derive(Debug, Args)]
#[command(next_help_heading = "Task")]
pub(crate) struct TaskArgs {
    /// What is to be done, in one line
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// What the assignees need to know beyond the title
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
    /// Where the task stands when it is created [default: Created]
    #[arg(long, value_parser = status)]
    pub(crate) status: Option<TaskStatus>,
    /// When it is due, such as 2026-03-01T17:00:00+01:00 (RFC 3339, with an offset); `none` sends null
    #[arg(long, value_name = "DATE-TIME", value_parser = due)]
    pub(crate) due: Option<Due>,
    /// The id of a user who is to do the work; repeat it for more
    #[arg(long = "assignee", value_name = "ID")]
    pub(crate) assignees: Vec<String>,
    /// The id of the document or other file that the task is about
    #[arg(long, value_name = "ID")]
    pub(crate) resource: Option<String>,
    /// The id of a part of it, such as a section or a sheet
    #[arg(long, value_name = "ID", requires = "resource")]
    pub(crate) segment: Option<String>,
    /// Keep the service from notifying people about the task
    #[arg(long)]
    pub(crate) no_notifications: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Service")]
pub(crate) struct ServiceArgs {
    /// Send to a mock server inside this program: no network, no token
    #[arg(long, conflicts_with_all = ["region", "base_url", "token_file"])]
    pub(crate) mock: bool,
    /// The region whose server is talked to: us, eu or apac [default: us]
    #[arg(long, conflicts_with = "base_url", value_parser = region)]
    pub(crate) region: Option<Region>,
    /// Another server: https, or http on this machine
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// Read the access token from a file instead of TASKS_TOKEN
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Sending")]
pub(crate) struct SendingArgs {
    /// Print the request as a curl command, without the token, and send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// How long one task may take, with all attempts and waits
    #[arg(long, value_name = "SECONDS", default_value = "120", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) timeout: u64,
    /// Send again even when the task may exist: it may then exist twice
    #[arg(long)]
    pub(crate) at_least_once: bool,
    /// How many of a list are sent at the same time; 1 keeps their order
    #[arg(long, value_name = "N", default_value = "8", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) concurrency: u16,
    /// Write the tasks of a list that were certainly not created to a new file, as JSON Lines
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    pub(crate) save_unsent: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// As people read it, or one JSON object per task and line
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Tell on standard error what is being done
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Human,
    Json,
}

/// A due date, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due(pub(crate) Option<DateTime<FixedOffset>>);

fn due(text: &str) -> Result<Due, String> {
    if text == "none" {
        return Ok(Due(None));
    }
    let date = DateTime::parse_from_rfc3339(text);
    date.map(|date| Due(Some(date))).map_err(|_| {
        "give date, time and offset, such as 2026-03-01T17:00:00Z, or `none`".to_owned()
    })
}

fn status(text: &str) -> Result<TaskStatus, String> {
    if text.trim().is_empty() {
        return Err(format!("documented are {}", TaskStatus::KNOWN.join(", ")));
    }
    Ok(TaskStatus::from(text))
}

fn region(text: &str) -> Result<Region, String> {
    text.parse()
        .map_err(|_| "there are us, eu and apac".to_owned())
}
