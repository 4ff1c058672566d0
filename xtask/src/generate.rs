//! `cargo xtask generate`: writes the generated files.

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use oas::Document;

use crate::workspace::{DOCUMENT, read};
use crate::{client, generated};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Report files that are out of date instead of writing them
    #[arg(long)]
    check: bool,
}

/// Writes the files that are out of date, or reports them. Exits with 1 if it reports any.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let document = Document::from_bytes(DOCUMENT, read(DOCUMENT)?)?;
    let source = client::generate(document.text());
    let source = source.with_context(|| format!("generate the client from {DOCUMENT}"))?;
    let mut groups = generated::of_document(&document, &source)?;
    groups.extend(generated::of_tools()?);
    let mut count = 0;
    for group in &groups {
        for file in group.outdated()? {
            count += 1;
            if arguments.check {
                anstream::println!("{}: {}", file.reason.as_str(), file.path);
                continue;
            }
            group.write(&file)?;
            let done = match file.reason {
                generated::Reason::Orphaned => "deleted",
                generated::Reason::Stale | generated::Reason::Missing => "wrote",
            };
            anstream::println!("{done} {}", file.path);
        }
    }
    if arguments.check && count > 0 {
        anstream::println!("help: run `cargo xtask generate` and review the difference");
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}
