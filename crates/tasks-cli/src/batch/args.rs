use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Args, Subcommand, ValueEnum};

use crate::{
    args::{Format, LimitArgs, ServiceArgs},
    due::Zone,
    input::{Mapping, RowFormat, RowOptions, RowSource},
};

/// Create the tasks of a CSV, TSV or JSON file, and continue where an earlier run ended
///
/// Each run records every request and its outcome in a journal beside FILE. Run the same command
/// again after an interruption or failure: it sends only the rows that are known not to exist. Rows
/// with an unknown outcome are listed, and sent again only with --resend-unknown.
///
/// A row is identified by its content. Rows that were not created can be corrected or removed.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = NEXT,
    after_long_help = EXAMPLES
)]
pub(crate) struct BatchArgs {
    #[command(subcommand)]
    pub(super) command: Option<BatchCommand>,
    #[command(flatten)]
    pub(super) run: RunArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum BatchCommand {
    Status(Box<StatusArgs>),
}

#[derive(Debug, Args)]
pub(super) struct RunArgs {
    /// CSV, TSV, JSON Lines or a JSON array; `-` reads standard input and requires --journal
    #[arg(required = true)]
    pub(super) file: Option<String>,
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// Also send rows whose outcome is unknown; may create duplicates
    #[arg(long)]
    pub(super) resend_unknown: bool,
    /// Send the row at this line as a new task, not as an edit of an earlier one; repeatable
    #[arg(long, value_name = "LINE")]
    pub(super) as_new: Vec<usize>,
    #[command(flatten)]
    pub(super) service: ServiceArgs,
    #[command(flatten)]
    pub(super) limits: LimitArgs,
    /// Print the rows that would be sent; send nothing
    #[arg(long, help_heading = "Sending")]
    pub(super) dry_run: bool,
    /// Output format; `json` prints one event per line
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(super) format: Format,
    /// Show links with the tokens that they contain
    #[arg(long, help_heading = "Output")]
    pub(super) show_link_tokens: bool,
}

#[derive(Debug, Args)]
pub(super) struct InputArgs {
    /// Format of the input [default: by its name, else by its content]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) input_format: Option<RowFormat>,
    /// Column that fills a field, such as 'Due date=dueDate'; without a field, the column is
    /// ignored; repeatable
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    pub(super) mappings: Vec<Mapping>,
    /// Time zone of dates without a time in a table, which mean the end of that day
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub(super) time_zone: Option<Zone>,
    /// Journal [default: FILE.journal, with --mock FILE.mock-journal]
    #[arg(long, value_name = "FILE")]
    pub(super) journal: Option<PathBuf>,
}

/// Print the outcome of each row
#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    /// Input of the runs; with --journal alone, the rows are those of the journal
    #[arg(required_unless_present = "journal")]
    pub(super) file: Option<String>,
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// Read the journal of the runs with --mock
    #[arg(long)]
    pub(super) mock: bool,
    /// Output format
    #[arg(long, value_enum, default_value = "table", help_heading = "Output")]
    pub(super) format: StatusFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum StatusFormat {
    Table,
    Json,
    Csv,
}

const NEXT: &str = "Columns, examples and exit codes: tasks batch --help";

const EXAMPLES: &str = "\
Columns:
  The first row of a table names the fields as the document does, such as title, status, dueDate.
  Nested fields are dotted (location.resource); items of a list are separated by `;`. The column
  `assignees` holds user ids. Lists in lists are numbered: approvalSteps.0.completionMode,
  approvalSteps.0.participants. Empty cells are left out.

Examples:
  tasks batch tasks.csv --dry-run
      Validate all rows, and print the requests
  tasks batch tasks.csv --mock
      Send the rows to a mock server inside this program
  tasks batch tasks.csv --map 'Due=dueDate' --map 'Notes=' --time-zone Europe/Berlin --rate 20/s
      Map columns, read dates as the end of that day, and send at most 20 tasks per second
  tasks batch status tasks.csv --format csv > outcome.csv
      Print the outcome of each row

Exit codes:
  0  all rows were created
  1  some rows were not created
  2  nothing was sent: usage error or input error
  3  some rows have an unknown outcome: check whether the tasks exist
  4  all rows were created, but a response could not be read";

impl InputArgs {
    pub(super) fn open(&self, file: &str, zone: Option<Zone>) -> anyhow::Result<RowSource> {
        let options = RowOptions {
            format: self.input_format,
            mappings: self.mappings.clone(),
            zone,
        };
        RowSource::open(file, options)
    }

    /// The journal of an input.
    pub(super) fn journal(&self, file: &str, mock: bool) -> anyhow::Result<PathBuf> {
        if let Some(path) = &self.journal {
            return Ok(path.clone());
        }
        if file == "-" {
            bail!("standard input requires a journal: --journal FILE");
        }
        let suffix = if mock { ".mock-journal" } else { ".journal" };
        let mut name = Path::new(file).as_os_str().to_owned();
        name.push(suffix);
        Ok(name.into())
    }
}
