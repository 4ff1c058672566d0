//! `oas diff`.

mod explain;
mod policy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use oas::diff::{
    Deny, Diff, Explanation, OperationPair, Options, Side, Sides, Summary, diff, diff_operations,
    explanations,
};
use oas::report::{Format, Limits, Report, RuleInfo};
use oas::{Diagnostic, Document, Severity, Sources};
use serde_json::{Value, json};

pub(crate) use self::explain::{CHANGES, explained};
use self::policy::PolicyFiles;
use crate::output::{MAX_PER_ID, print};
use crate::source::{Access, open};

/// Exits with 1 if a change is breaking or denied, with 2 if a document cannot be read completely.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Base document: a file, `REV:PATH` from git, or `-` for standard input; `#OPERATION`
    /// compares one operation
    base: String,
    /// Revised document: a file, `REV:PATH` from git, or `-`; `#OPERATION` compares one operation
    revision: String,
    /// Output format: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// Changes to deny besides breaking ones: warning, info, or a kind of change
    #[arg(long, value_name = "SEVERITY|ID", value_delimiter = ',')]
    deny: Vec<String>,
    /// List differences in notation that do not change the meaning, with the equivalence that
    /// applies
    #[arg(long)]
    explain: bool,
    /// Show all changes; by default, a long report has the first breaking ones of each kind and a
    /// table
    #[arg(long)]
    all: bool,
    /// Reference date for sunset checks, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = crate::clock::date)]
    today: Option<NaiveDate>,
    /// List of approved breaking changes: `{fingerprint, reason}`
    #[arg(long, value_name = "FILE")]
    approvals: Option<PathBuf>,
    /// Mapping of kinds of change to error, warning or info
    #[arg(long, value_name = "FILE")]
    levels: Option<PathBuf>,
    #[command(flatten)]
    access: Access,
}

impl Arguments {
    /// Returns the operations to compare, by their documents and ids. `None` if whole documents are
    /// compared, a document is read from the standard input, or the output format is not `human`.
    ///
    /// # Errors
    /// When a document cannot be read.
    pub fn operations(&self) -> Result<Option<[(Document, String); 2]>> {
        let names = [operation_of(&self.base), operation_of(&self.revision)];
        let [(base, Some(base_id)), (revision, Some(id))] = names else {
            return Ok(None);
        };
        if base == "-" || revision == "-" || self.format != Format::Human {
            return Ok(None);
        }
        let side = |name, id: &str| Ok::<_, anyhow::Error>((load(name, self)?, id.to_owned()));
        Ok(Some([side(base, base_id)?, side(revision, id)?]))
    }
}

/// Compares two documents, or two operations.
///
/// # Errors
/// When a document cannot be read, or does not have the operation.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let deny = Deny::new(&arguments.deny).context("deny changes")?;
    let today = arguments.today.unwrap_or_else(crate::clock::today);
    let options = Options::new(today);
    let (base_name, base_id) = operation_of(&arguments.base);
    let (name, id) = operation_of(&arguments.revision);
    if base_name == "-" && name == "-" {
        bail!("read both documents from the standard input");
    }
    let base = load(base_name, arguments).with_context(|| format!("load the base {base_name}"))?;
    let revision = load(name, arguments).with_context(|| format!("load the revision {name}"))?;
    let (levels, approvals) = (&arguments.levels, &arguments.approvals);
    let (levels, approvals) = (levels.as_deref(), approvals.as_deref());
    let policy = PolicyFiles::load(levels, approvals, base_name, &arguments.access)?;
    let mut compared = match (base_id, id) {
        (None, None) => diff(&base, &revision, &options),
        (Some(base_id), Some(id)) => {
            let ids = OperationPair {
                base: base_id,
                revision: id,
            };
            compare_operations(&base, &revision, ids, &options)?
        }
        _ => bail!("compare an operation with a whole document: give `#OPERATION` on both sides"),
    };
    let mut sources = Sources::default();
    let sides = Sides {
        base: sources.add(&base, Some("base")),
        revision: sources.add(&revision, Some("revision")),
    };
    let invalid = policy.policy().apply(&mut compared.changes, &mut sources);
    let failed = compared.changes.iter().any(|change| deny.fails(change))
        || invalid.iter().any(|one| one.severity == Severity::Error);
    show(
        arguments,
        &compared,
        &sources,
        diagnostics(&compared, sides, invalid),
        sides,
    )?;
    Ok(ExitCode::from(match (compared.is_failed(), failed) {
        (true, _) => 2,
        (false, failed) => u8::from(failed),
    }))
}

/// The unresolved references, the changes, then the invalid approvals and severities.
fn diagnostics(compared: &Diff, sides: Sides, invalid: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let unreadable = compared.unreadable.iter().map(|one| {
        one.diagnostic(match one.side {
            Side::Base => sides.base,
            Side::Revision => sides.revision,
        })
    });
    let changes = compared.changes.iter();
    let changes = changes.map(|change| change.diagnostic(sides));
    unreadable.chain(changes).chain(invalid).collect()
}

/// Prints the report in the requested format.
fn show(
    arguments: &Arguments,
    compared: &Diff,
    sources: &Sources<'_>,
    mut diagnostics: Vec<Diagnostic>,
    sides: Sides,
) -> Result<()> {
    if matches!(arguments.format, Format::Github | Format::Sarif) {
        let shown = diagnostics.into_iter();
        diagnostics = shown.map(|one| one.shown_in(sides.revision)).collect();
    }
    let explanations = match arguments.format {
        Format::Sarif | Format::Json => explanations(),
        _ => Vec::new(),
    };
    let rules: Vec<RuleInfo<'_>> = explanations.iter().map(Explanation::info).collect();
    let report = Report {
        sources,
        diagnostics: &diagnostics,
        rules: &rules,
    };
    let limits = Limits {
        per_rule: MAX_PER_ID,
        command: "--all",
    };
    let text = match arguments.all {
        true => report.render(arguments.format, true),
        false => report.render_limited(arguments.format, true, limits),
    };
    match arguments.format {
        Format::Human => {
            print(&text)?;
            print(&normalised(compared, arguments))?;
            print(&format!("{}\n", headline(compared)))
        }
        Format::Json => print(&with_completeness(&text, compared, arguments)),
        Format::Sarif | Format::Github | Format::Markdown => print(&text),
    }
}

/// The name of a document, and the operation after its `#`. The name of an existing file is not
/// split.
fn operation_of(name: &str) -> (&str, Option<&str>) {
    match name.rsplit_once('#') {
        Some((document, operation)) if !Path::new(name).exists() => (document, Some(operation)),
        _ => (name, None),
    }
}

fn compare_operations(
    base: &Document,
    revision: &Document,
    ids: OperationPair<'_>,
    options: &Options,
) -> Result<Diff> {
    match diff_operations(base, revision, ids, options) {
        Ok(found) => Ok(found),
        Err(error) => {
            let suggestion = error.suggestion.clone();
            let error = anyhow::Error::from(error);
            Err(match suggestion {
                Some(name) => error.context(format!("help: did you mean `{name}`?")),
                None => error,
            })
        }
    }
}

/// The number of changes by severity, and of the parts that were not compared.
fn headline(compared: &Diff) -> String {
    let summary = Summary::of(&compared.changes).to_string();
    match compared.unreadable.len() {
        0 => summary,
        count if compared.changes.is_empty() => format!("incomplete: {count} not compared"),
        count => format!("{summary}; incomplete: {count} not compared"),
    }
}

/// The differences in notation, with `--explain`.
fn normalised(compared: &Diff, arguments: &Arguments) -> String {
    if !arguments.explain || compared.normalised.is_empty() {
        return String::new();
    }
    let mut text = String::from("equivalent despite different notation:\n");
    let mut last = None;
    let mut all = compared.normalised.clone();
    all.sort();
    for one in &all {
        if last.replace(one.by) != Some(one.by) {
            text.push_str(&format!("  {}: {}\n", one.by, one.by.meaning()));
        }
        let same = one.base == one.revision;
        let at = match same {
            true => format!("    {}\n", one.base),
            false => format!("    {} = {}\n", one.base, one.revision),
        };
        text.push_str(&at);
    }
    text.push('\n');
    text
}

/// The report's JSON with the field `complete`, and `normalised` with `--explain`.
fn with_completeness(text: &str, compared: &Diff, arguments: &Arguments) -> String {
    let mut root: Value = serde_json::from_str(text).unwrap_or_default();
    root["complete"] = compared.is_complete().into();
    if arguments.explain {
        let all = compared.normalised.iter().map(|one| {
            json!({"by": one.by.name(), "base": one.base.as_str(), "revision": one.revision.as_str()})
        });
        root["normalised"] = all.collect();
    }
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn load(name: &str, arguments: &Arguments) -> Result<Document> {
    match open(name, &arguments.access)? {
        (document, None) => Ok(document),
        (_, Some(error)) => Err(error.into()),
    }
}
