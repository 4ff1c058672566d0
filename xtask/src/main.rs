//! The workspace's own commands. Exit codes: 0 clean, 1 findings, 2 usage or internal error.

mod check;
mod client;
mod clock;
mod diff;
mod generate;
mod generated;
mod git;
mod lint;
mod output;
mod release;
mod review;
mod rules;
mod version;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The workspace's own commands
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Xtask {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check the document, its examples, and everything derived from it
    Check(check::Arguments),
    /// Compare two documents: what changes on the wire, and whom it breaks
    Diff(diff::Arguments),
    /// Write what is derived from the document after an edit of it: the snapshots of the generated client, the reference page
    Generate(generate::Arguments),
    /// Look for what is wrong in OpenAPI 3.0 documents
    Lint(lint::Arguments),
    /// Plan a release, or make its commit
    Release(release::Arguments),
    /// Review what the working tree changes: whom it breaks, and which version it takes
    Review(review::Arguments),
    /// List the rules, or explain one
    Rules(rules::Arguments),
}

fn main() -> ExitCode {
    run(Xtask::parse().command).unwrap_or_else(|error| {
        anstream::eprintln!("error: failed to {error:#}");
        ExitCode::from(2)
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Release(arguments) => release::run(&arguments),
        Command::Review(arguments) => review::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
    }
}
