//! `oas bundle`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::output::write;
use crate::source::{Access, open_readable};

/// Exits with 2 if the document cannot be read completely.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Document in YAML or JSON, `REV:PATH` from git, or `-` for the standard input
    document: String,
    /// File to write: JSON if its name ends in .json, else YAML [default: the standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    access: Access,
}

/// Writes a document as one file.
///
/// # Errors
/// When the document cannot be read, or one of its references cannot be followed.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let access = Access {
        with_extensions: true,
        ..arguments.access.clone()
    };
    let document = open_readable(&arguments.document, &access)?;
    let bundle = document.bundle().context("bundle the document")?;
    let output = arguments.output.as_deref();
    let is_json = output.is_some_and(|path| path.extension().is_some_and(|it| it == "json"));
    let text = match is_json {
        true => format!("{:#}\n", bundle),
        false => oas::to_yaml(&bundle),
    };
    write(&text, output)?;
    Ok(ExitCode::SUCCESS)
}
