//! `cargo xtask lint`: `oas lint`, for the document of this workspace if none is named.

use std::process::ExitCode;

use anyhow::Result;
use oas::Document;
use oas_cli::lint;

use crate::workspace::{self, CONFIG, DOCUMENT};

/// Name of the command in messages.
const PROGRAM: &str = "cargo xtask";

#[derive(clap::Args)]
// The flattened arguments have a group of the same name.
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    lint: lint::Arguments,
}

/// Lints the named documents, or the document of this workspace.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let arguments = &arguments.lint;
    if !arguments.files.is_empty() {
        return lint::run(arguments, PROGRAM);
    }
    let bytes = workspace::read(DOCUMENT)?;
    let loaded = match Document::from_bytes(DOCUMENT, bytes.clone()) {
        Ok(document) => (document, None),
        Err(error) => (Document::of_text(DOCUMENT, &bytes), Some(error)),
    };
    let here = std::env::current_dir().unwrap_or_default();
    let config = workspace::root().join(CONFIG);
    let config = config.strip_prefix(here).map_or(config.clone(), Into::into);
    let mut arguments = arguments.clone();
    arguments.config.get_or_insert(config);
    let published = workspace::published()?;
    lint::run_on(&[loaded], Some(&published), &arguments, PROGRAM)
}
