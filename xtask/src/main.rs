//! The workspace's own commands: `cargo xtask --help`.

mod diff;

use std::process::ExitCode;

use clap::Parser as _;

/// The workspace's own commands.
#[derive(Debug, clap::Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    Diff(diff::Args),
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Diff(args) => diff::run(&args),
    };
    done.unwrap_or_else(|error| {
        anstream::eprintln!("error: {error:#}");
        ExitCode::from(2)
    })
}
