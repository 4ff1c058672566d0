//! `tasks`: creates tasks from the command line.

mod args;
mod connection;
mod create;
mod due;
mod input;
mod interrupts;
mod journal;
mod logging;
mod mock;
mod outcome;
mod output;
mod printer;
mod say;
mod sender;
mod unsent;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Create(args) => create::create(&args),
        Command::Mock(args) => mock::mock(&args),
    }
}
