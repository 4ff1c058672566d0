//! The command line: global flags and subcommands.

use clap::{ArgAction, Args, ColorChoice, Parser, Subcommand};

use crate::{
    auth::AuthArgs, batch::BatchArgs, completions::CompletionsArgs, config::ConfigArgs,
    create::CreateArgs, mock::MockArgs,
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
