use std::path::PathBuf;

use clap::{Args, builder::NonEmptyStringValueParser};

use crate::{
    args::{LimitArgs, OutputArgs, ServiceArgs},
    input::TaskArgs,
    output::Shell,
};

/// Create one task, or several from a list
///
/// FILE contains one task as a JSON object, or several: a JSON array of objects, or one object per
/// line (JSON Lines). Flags override its properties in every task. The whole input is validated
/// before the first request.
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
#[command(next_help_heading = "Sending")]
pub(crate) struct SendingArgs {
    /// Print the request as a command, without the token; send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Shell for which the command of --dry-run is quoted [default: by the system]
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
