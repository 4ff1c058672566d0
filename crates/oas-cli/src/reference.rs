//! `oas reference`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::output::write;
use crate::source::{Access, open_readable};

/// Exits with 2 if the document cannot be read completely.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Document in YAML or JSON, `REV:PATH` from git, or `-` for the standard input
    document: String,
    /// File to write [default: the standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    access: Access,
}

/// Writes the reference page of a document.
///
/// # Errors
/// When the document cannot be read, or one of its references cannot be followed.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let document = open_readable(&arguments.document, &arguments.access)?;
    write(&oas::reference(&document), arguments.output.as_deref())?;
    Ok(ExitCode::SUCCESS)
}
