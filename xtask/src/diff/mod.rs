//! `cargo xtask diff`: what changed from one document to another, and whom it breaks.

mod score;
mod source;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use oas::diff::{Options, Sides, Summary, diff};
use oas::report::{Format, Report};
use oas::{Diagnostic, Sources};

/// Exits with 1 when something breaks clients that were right, with 2 when a document cannot be read.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The document as it was: a file, or `REV:PATH` as git has it.
    #[arg(required_unless_present = "score")]
    base: Option<String>,
    /// The document as it is to be: a file, or `REV:PATH`.
    #[arg(required_unless_present = "score")]
    revision: Option<String>,
    /// How to show the changes: human, json, sarif, github or markdown.
    #[arg(long, default_value = "human")]
    format: Format,
    /// The date at which a sunset has come or has not [default: today].
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// Instead: hold the comparison against the pairs with verdicts in the `cases.json` of a directory.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["base", "revision", "format"])]
    score: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When a document cannot be read.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let today = arguments
        .today
        .unwrap_or_else(|| chrono::Local::now().date_naive());
    let options = Options::new(today);
    if let Some(directory) = &arguments.score {
        anstream::print!("{}", score::score(directory, &options)?);
        return Ok(ExitCode::SUCCESS);
    }
    let (Some(base), Some(revision)) = (&arguments.base, &arguments.revision) else {
        return Ok(ExitCode::from(2));
    };
    let base = source::load(base).with_context(|| format!("load the base {base}"))?;
    let revision =
        source::load(revision).with_context(|| format!("load the revision {revision}"))?;
    let findings = diff(&base, &revision, &options);
    let mut sources = Sources::default();
    let sides = Sides {
        base: sources.add(&base, Some("base")),
        revision: sources.add(&revision, Some("revision")),
    };
    let diagnostics: Vec<Diagnostic> = findings
        .iter()
        .map(|finding| finding.diagnostic(sides))
        .collect();
    let report = Report {
        sources: &sources,
        diagnostics: &diagnostics,
        rules: &[],
    };
    anstream::print!("{}", report.render(arguments.format, true));
    let summary = Summary::of(&findings);
    if arguments.format == Format::Human {
        anstream::println!("{summary}");
    }
    Ok(ExitCode::from(u8::from(summary.breaking > 0)))
}
