use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgAction, Args, ColorChoice, Parser, Subcommand, ValueEnum};
use tasks_client::{ApiVersion, Region, types::TaskStatus};

use crate::{
    auth::AuthArgs,
    batch::BatchArgs,
    completions::CompletionsArgs,
    config::ConfigArgs,
    due::{Due, Zone},
    duration::{self, Rate, Span},
    input::{differs_by_case, unknown_value},
    mock::MockArgs,
    output::Shell,
};

/// Create tasks on the Workiva Platform without creating duplicates
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
    #[command(flatten)]
    pub(crate) global: GlobalArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct GlobalArgs {
    /// Use colors; `auto` uses them on a terminal unless NO_COLOR is set
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value = "auto",
        value_enum
    )]
    pub(crate) color: ColorChoice,
    /// Print only results and errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Log calls and attempts to standard error; repeat it for more
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Create(Box<CreateArgs>),
    Batch(Box<BatchArgs>),
    Mock(Box<MockArgs>),
    Auth(Box<AuthArgs>),
    Config(Box<ConfigArgs>),
    Completions(CompletionsArgs),
}

/// Create one task, or several from a list
///
/// FILE holds one task as a JSON object, or several: a JSON array of objects, or one object per
/// line (JSON Lines). Flags override its properties in every task. All of the input is validated
/// before anything is sent.
#[derive(Debug, Args)]
#[command(after_help = NEXT, after_long_help = EXAMPLES)]
pub(crate) struct CreateArgs {
    /// JSON of one task or of several; `-` reads standard input
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
      Create the task on a mock server inside this program
  tasks create --title 'Review the 10-K' --assignee V1ZVd2VyFzU3NiQ1 --due 2026-12-24
      Create a task without a file
  tasks create template.json --title 'Review the 10-Q' --dry-run
      Print the request as a curl command; send nothing
  tasks create tasks.jsonl --format json --save-unsent rest.jsonl > results.jsonl
      Create several tasks, and write those that were not created to a file for another run

Environment:
  TASKS_TOKEN          access token with the scope task:write
  TASKS_CLIENT_ID      client credentials; with TASKS_CLIENT_SECRET
  TASKS_REGION         same as --region
  TASKS_BASE_URL       same as --base-url
  TASKS_API_VERSION    same as --api-version
  TASKS_PROFILE        same as --profile
  TASKS_CONFIG         same as --config

Exit codes:
  0  created
  1  not created
  2  nothing was sent: usage error or input error
  3  outcome unknown: check whether the task exists before retrying
  4  created, but the response could not be read
With several tasks, the most severe one counts: 3, then 4, then 1.";

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
    /// Time zone of a date without a time [default: the local one]
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

#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Service")]
pub(crate) struct ServiceArgs {
    /// Send to a mock server inside this program: no network, no token
    #[arg(long, conflicts_with_all = ["region", "base_url", "token_file", "profile"])]
    pub(crate) mock: bool,
    /// Region of the service: us, eu or apac [default: us]
    #[arg(long, conflicts_with = "base_url", value_parser = region)]
    pub(crate) region: Option<Region>,
    /// Base URL of another server: https, or http on this machine
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// API version, and with it the endpoint: 2022-01-01 or 2026-01-01 [default: 2022-01-01]
    #[arg(long, value_name = "DATE", value_parser = api_version)]
    pub(crate) api_version: Option<ApiVersion>,
    /// Reference date for sunset checks
    #[arg(long, value_name = "DATE", hide = true)]
    pub(crate) today: Option<chrono::NaiveDate>,
    /// Read the access token from a file that only its owner can read
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
    /// Profile of the configuration file
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Configuration file; see `tasks config --help`
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Sending")]
pub(crate) struct LimitArgs {
    /// Maximum time for one task, with all attempts and pauses [default: 2m]
    #[arg(long, value_name = "TIME", value_parser = duration::timeout)]
    pub(crate) timeout: Option<Span>,
    /// Maximum number of concurrent requests; 1 keeps the order [default: 8]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) concurrency: Option<u16>,
    /// Maximum number of tasks in a time, such as 20/s or 100/1m
    #[arg(long, value_name = "N/TIME")]
    pub(crate) rate: Option<Rate>,
    /// Stop after this many tasks failed
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_failures: Option<u64>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Sending")]
pub(crate) struct SendingArgs {
    /// Print the request as a command, without the token; send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Shell that the command of --dry-run is quoted for [default: the one of this system]
    #[arg(long, value_enum, requires = "dry_run")]
    pub(crate) shell: Option<Shell>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// Also retry when the outcome is unknown; may create duplicates
    #[arg(long)]
    pub(crate) at_least_once: bool,
    /// Write the tasks of a list that were not created to a new file, as JSON Lines
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    pub(crate) save_unsent: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Show links with the tokens that they contain
    #[arg(long)]
    pub(crate) show_link_tokens: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Human,
    /// One JSON object per line
    Json,
}

fn status(text: &str) -> Result<TaskStatus, String> {
    if text.trim().is_empty() {
        return Err(format!("documented are {}", TaskStatus::KNOWN.join(", ")));
    }
    match differs_by_case(text, TaskStatus::KNOWN) {
        Some(meant) => Err(unknown_value("status", text, meant)),
        None => Ok(TaskStatus::from(text)),
    }
}

fn api_version(text: &str) -> Result<ApiVersion, String> {
    let known = || ApiVersion::ALL.iter().map(|version| version.as_str());
    text.parse()
        .map_err(|_| format!("expected one of {}", known().collect::<Vec<_>>().join(", ")))
}

fn region(text: &str) -> Result<Region, String> {
    text.parse()
        .map_err(|_| "expected us, eu or apac".to_owned())
}
