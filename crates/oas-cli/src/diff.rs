//! `oas diff`.

mod explain;
mod policy;
mod score;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use oas::diff::{Explanation, Options, Side, Sides, Summary, diff, explanations};
use oas::report::{Format, Report, RuleInfo};
use oas::{Diagnostic, Document, Severity, Sources};

pub(crate) use self::explain::{CHANGES, explained};
use self::policy::Decided;
use crate::output::print;
use crate::source::{Access, open};

/// Exits with 1 if a change is breaking, with 2 if a document cannot be read completely.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Base document: a file, or `REV:PATH` from git
    #[arg(required_unless_present = "score")]
    base: Option<String>,
    /// Revised document: a file, or `REV:PATH` from git
    #[arg(required_unless_present = "score")]
    revision: Option<String>,
    /// Output format: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// Reference date for sunset checks, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// List of approved breaking changes: `{fingerprint, reason}`
    #[arg(long, value_name = "FILE")]
    approvals: Option<PathBuf>,
    /// Mapping of kinds of change to error, warning or info
    #[arg(long, value_name = "FILE")]
    levels: Option<PathBuf>,
    /// Compare the pairs in the `cases.json` of a directory instead, and count the verdicts that differ
    #[arg(long, value_name = "DIR", conflicts_with_all = ["base", "revision", "format", "approvals", "levels"])]
    score: Option<PathBuf>,
    #[command(flatten)]
    access: Access,
}

/// Compares two documents.
///
/// # Errors
/// When a document cannot be read.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let today = arguments.today.unwrap_or_else(crate::clock::today);
    let options = Options::new(today);
    if let Some(directory) = &arguments.score {
        print(&score::score(directory, &options)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (Some(base_name), Some(name)) = (&arguments.base, &arguments.revision) else {
        return Ok(ExitCode::from(2));
    };
    let base = load(base_name, arguments).with_context(|| format!("load the base {base_name}"))?;
    let revision = load(name, arguments).with_context(|| format!("load the revision {name}"))?;
    let decided = Decided::load(arguments, base_name)?;
    let mut sources = Sources::default();
    let sides = Sides {
        base: sources.add(&base, Some("base")),
        revision: sources.add(&revision, Some("revision")),
    };
    let compared = diff(&base, &revision, &options);
    let unreadable = compared.unreadable.iter().map(|one| {
        one.diagnostic(match one.side {
            Side::Base => sides.base,
            Side::Revision => sides.revision,
        })
    });
    let unreadable: Vec<Diagnostic> = unreadable.collect();
    let is_failed = compared.is_failed();
    let mut findings = compared.changes;
    let problems = decided.policy().apply(&mut findings, &mut sources);
    let changes = findings.iter().map(|finding| finding.diagnostic(sides));
    let mut diagnostics: Vec<Diagnostic> = unreadable
        .into_iter()
        .chain(changes)
        .chain(problems)
        .collect();
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
    Ok(ExitCode::from(match (is_failed, failed) {
        (true, _) => 2,
        (false, failed) => u8::from(failed),
    }))
}

fn load(name: &str, arguments: &Arguments) -> Result<Document> {
    match open(name, &arguments.access)? {
        (document, None) => Ok(document),
        (_, Some(error)) => Err(error.into()),
    }
}
