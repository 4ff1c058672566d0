//! `tasks`: creates tasks from the command line.

mod args;
mod auth;
mod batch;
mod cli;
mod completions;
mod config;
mod connection;
mod create;
mod due;
mod duration;
mod engine;
mod input;
mod interrupts;
mod journal;
mod logging;
mod mock;
mod outcome;
mod output;
mod printable;
mod printer;
mod runtime;
mod stderr;
mod unsent;

use std::process::ExitCode;

use anstream::ColorChoice;
use clap::{CommandFactory, Parser};

use crate::cli::{Cli, Command};

fn main() -> ExitCode {
    // clap prints usage errors before the arguments are available.
    if let Some(choice) = color_in(std::env::args().skip(1)) {
        choice.write_global();
    }
    let Cli { command, global } = Cli::parse();
    // The mock server always prints its address.
    if global.quiet && !matches!(command, Command::Mock(_)) {
        stderr::set_quiet();
    }
    if global.verbose > 0 {
        stderr::set_verbose();
    }
    logging::log(global.verbose);
    match command {
        Command::Create(args) => create::create(&args),
        Command::Batch(args) => batch::batch(&args),
        Command::Mock(args) => mock::mock(&args, global.quiet),
        Command::Auth(args) => auth::auth(&args),
        Command::Config(args) => config::config(&args),
        Command::Completions(args) => completions::completions(&args, Cli::command()),
    }
}

/// The value of the last `--color`.
fn color_in(arguments: impl Iterator<Item = String>) -> Option<ColorChoice> {
    let mut choice = None;
    let mut arguments = arguments.take_while(|argument| argument != "--").peekable();
    while let Some(argument) = arguments.next() {
        let value = match argument.strip_prefix("--color") {
            Some("") => arguments.peek().map(String::as_str),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        choice = match value {
            Some("always") => Some(ColorChoice::Always),
            Some("never") => Some(ColorChoice::Never),
            Some("auto") => Some(ColorChoice::Auto),
            _ => choice,
        };
    }
    choice
}
