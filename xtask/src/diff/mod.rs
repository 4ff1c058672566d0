//! `cargo xtask diff`: what changed from one document to another, and whom it breaks.

mod explain;
mod policy;
mod score;
mod source;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use oas::diff::{Explanation, Options, Sides, Summary, diff, explanations};
use oas::report::{Format, Report, RuleInfo};
use oas::{Diagnostic, Severity, Sources};

pub(crate) use self::explain::{CHANGES, explained};
use self::policy::Decided;
use crate::output::print;

/// Exits with 1 when something breaks clients that were right, with 2 when a document cannot be read.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The document as it was: a file, or `REV:PATH` as git has it
    #[arg(required_unless_present = "score")]
    base: Option<String>,
    /// The document as it is to be: a file, or `REV:PATH`
    #[arg(required_unless_present = "score")]
    revision: Option<String>,
    /// How to show the changes: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// The date at which a sunset has come or has not [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// A list of `{fingerprint, reason}`: breaking changes that were accepted
    #[arg(long, value_name = "FILE")]
    approvals: Option<PathBuf>,
    /// A mapping of kinds of change to error, warning or info
    #[arg(long, value_name = "FILE")]
    levels: Option<PathBuf>,
    /// Instead: hold the comparison against the pairs with verdicts in the `cases.json` of a directory
    #[arg(long, value_name = "DIR", conflicts_with_all = ["base", "revision", "format", "approvals", "levels"])]
    score: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When a document cannot be read.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let today = arguments.today.unwrap_or_else(crate::clock::today);
    let options = Options::new(today);
    if let Some(directory) = &arguments.score {
        print(&score::score(directory, &options)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (Some(base_name), Some(name)) = (&arguments.base, &arguments.revision) else {
        return Ok(ExitCode::from(2));
    };
    let base = source::load(base_name).with_context(|| format!("load the base {base_name}"))?;
    let revision = source::load(name).with_context(|| format!("load the revision {name}"))?;
    let decided = Decided::load(arguments, base_name)?;
    let mut sources = Sources::default();
    let sides = Sides {
        base: sources.add(&base, Some("base")),
        revision: sources.add(&revision, Some("revision")),
    };
    let mut findings = diff(&base, &revision, &options);
    let problems = decided.policy().apply(&mut findings, &mut sources);
    let changes = findings.iter().map(|finding| finding.diagnostic(sides));
    let mut diagnostics: Vec<Diagnostic> = changes.chain(problems).collect();
    if matches!(arguments.format, Format::Github | Format::Sarif) {
        let shown = diagnostics.into_iter();
        diagnostics = shown.map(|one| one.shown_in(sides.revision)).collect();
    }
    let explanations = match arguments.format {
        Format::Sarif => explanations(),
        _ => Vec::new(),
    };
    let rules: Vec<RuleInfo<'_>> = explanations.iter().map(Explanation::info).collect();
    let report = Report {
        sources: &sources,
        diagnostics: &diagnostics,
        rules: &rules,
    };
    print(&report.render(arguments.format, true))?;
    if arguments.format == Format::Human {
        print(&format!("{}\n", Summary::of(&findings)))?;
    }
    let failed = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(ExitCode::from(u8::from(failed)))
}
