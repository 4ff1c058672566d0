//! Commands of this workspace. Exit codes: 0 clean, 1 diagnostics or breaking changes, 2 usage or
//! internal error.

mod check;
mod client;
mod diff;
mod generate;
mod generated;
mod git;
mod invariant;
mod lint;
mod release;
mod review;
mod version;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Commands of this workspace
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Xtask {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check the document, its examples and the generated files
    Check(check::Arguments),
    /// Compare two documents, or two operations and their Rust methods, and classify breaking
    /// changes
    Diff(oas_cli::diff::Arguments),
    /// Write the generated files: the snapshots of the client, the reference page, the pages of
    /// rules and changes
    Generate(generate::Arguments),
    /// Check the invariant of the client generator on random documents
    Invariant(invariant::Arguments),
    /// Lint OpenAPI documents [default: openapi/tasks.yaml, with its published examples]
    Lint(lint::Arguments),
    /// Plan a release, or commit it
    Release(release::Arguments),
    /// Review the working tree: changes that break callers, and the required version
    Review(review::Arguments),
    /// List the rules, or explain one
    Rules(oas_cli::rules::Arguments),
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
        Command::Invariant(arguments) => invariant::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Release(arguments) => release::run(&arguments),
        Command::Review(arguments) => review::run(&arguments),
        Command::Rules(arguments) => oas_cli::rules::run(&arguments, "cargo xtask"),
    }
}
