//! Check, compare and convert OpenAPI 3.0 documents. Exit codes: 0 clean, 1 diagnostics or breaking
//! changes, 2 usage error, internal error or unreadable input.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use oas_cli::{bundle, diff, lint, mock, reference, rules};

/// Check, compare and convert OpenAPI 3.0 documents
#[derive(Parser)]
#[command(name = "oas", version)]
struct Oas {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lint OpenAPI documents
    Lint(lint::Arguments),
    /// Compare two documents and classify breaking changes
    Diff(diff::Arguments),
    /// Bundle the files of a document into one file
    Bundle(bundle::Arguments),
    /// Run a mock server for a document
    Mock(mock::Arguments),
    /// Write the reference page of a document, in Markdown
    Reference(reference::Arguments),
    /// List the rules and the kinds of change, or explain one
    Rules(rules::Arguments),
}

fn main() -> ExitCode {
    run(Oas::parse().command).unwrap_or_else(|error| {
        anstream::eprintln!("error: failed to {error:#}");
        ExitCode::from(2)
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Lint(arguments) => lint::run(&arguments, "oas"),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Bundle(arguments) => bundle::run(&arguments),
        Command::Mock(arguments) => mock::run(&arguments),
        Command::Reference(arguments) => reference::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments, "oas"),
    }
}
