use std::fmt::Write as _;

use client_codegen::surface::{self, Level};
use oas::diff::{Edit, Finding, Summary, Witness};
use oas::report::{Report, markdown_text as text};
use oas::{Document, Pointer, Severity};

use crate::{Outcome, RustChange};

/// By this a bot finds the comment that it is to update.
const MARKER: &str = "<!-- xtask-review -->";

/// Lines of a document shown from a place on.
const SHOWN: usize = 5;

/// One self-contained comment for a pull request.
pub(crate) fn render(outcome: &Outcome<'_>, report: &Report<'_>) -> String {
    let mut out = format!("{MARKER}\n## {}\n", verdict(outcome));
    out.push_str(&list(outcome));
    operations(outcome, &mut out);
    breaking(outcome, &mut out);
    others(outcome, &mut out);
    rust(outcome, &mut out);
    rules(outcome, report, &mut out);
    out
}

fn verdict(outcome: &Outcome<'_>) -> String {
    let summary = Summary::of(&outcome.findings);
    let sign = if outcome.is_clean() { "✅" } else { "❌" };
    format!("{sign} {summary}")
}

/// What has to be done, in the order of its weight.
fn list(outcome: &Outcome<'_>) -> String {
    let mut out = format!("\n{}\n", text(&outcome.version_line()));
    if !outcome.input.stale.is_empty() {
        let paths = outcome.input.stale.iter();
        let paths: Vec<String> = paths.map(|path| code(path)).collect();
        let _ = writeln!(
            out,
            "\nGenerated files are stale; run `cargo xtask generate`: {}",
            paths.join(", ")
        );
    }
    out
}

/// How many changes of each severity every operation meets. A change that is met in none has a row of its own.
fn operations(outcome: &Outcome<'_>, out: &mut String) {
    let mut rows: Vec<(String, [usize; 4])> = Vec::new();
    for finding in &outcome.findings {
        let column = column(finding);
        let names = finding.operations.iter().map(|one| code(&one.to_string()));
        let mut names: Vec<String> = names.collect();
        if names.is_empty() {
            names.push("in no operation".to_owned());
        }
        for name in names {
            let row = match rows.iter().position(|(known, _)| *known == name) {
                Some(row) => row,
                None => {
                    rows.push((name, [0; 4]));
                    rows.len() - 1
                }
            };
            rows[row].1[column] += 1;
        }
    }
    if rows.is_empty() {
        return;
    }
    out.push_str("\n| operation | breaking | perhaps breaking | compatible | documentation |\n|---|--:|--:|--:|--:|\n");
    for (name, counts) in rows {
        let counts = counts.map(|count| count.to_string());
        let _ = writeln!(out, "| {name} | {} |", counts.join(" | "));
    }
}

fn column(finding: &Finding) -> usize {
    match finding.severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info if finding.is_documentation() => 3,
        Severity::Info => 2,
    }
}

fn breaking(outcome: &Outcome<'_>, out: &mut String) {
    let found = outcome.findings.iter().enumerate();
    let found: Vec<_> = found.filter(|(_, one)| one.is_breaking()).collect();
    if found.is_empty() {
        return;
    }
    out.push_str("\n### What breaks\n");
    for (index, finding) in found {
        let _ = write!(
            out,
            "\n#### {}\n\n{}\n",
            text(&finding.message),
            code(&finding.id)
        );
        let change = &finding.change;
        if change.edit != Edit::Added {
            snippet("before", outcome.input.base.document, &change.base, out);
        }
        if change.edit != Edit::Removed {
            snippet(
                "after",
                outcome.input.revision.document,
                &change.revision,
                out,
            );
        }
        match &finding.witness {
            Some(Witness::Value(value)) => {
                let shown = serde_json::to_string_pretty(value).unwrap_or_default();
                let fence = fence(&shown);
                let _ = write!(
                    out,
                    "\nA value that shows it:\n\n{fence}json\n{shown}\n{fence}\n"
                );
            }
            Some(Witness::None(why)) => {
                let _ = writeln!(out, "\nNo value shows it: {}.", text(why));
            }
            None => {}
        }
        let caused: Vec<&RustChange> = caused(outcome, index).collect();
        if caused.is_empty() {
            out.push_str("\nRust callers compile as before.\n");
        } else {
            out.push_str("\nFor Rust callers:\n\n");
            list_rust(caused, out);
        }
    }
}

fn caused<'o>(outcome: &'o Outcome<'_>, index: usize) -> impl Iterator<Item = &'o RustChange> {
    let all = outcome.rust.iter();
    all.filter(move |one| one.cause == Some(index))
}

fn list_rust<'r>(changes: impl IntoIterator<Item = &'r RustChange>, out: &mut String) {
    for one in changes {
        let _ = writeln!(
            out,
            "- {}{}",
            text(&one.change.to_string()),
            remedy(&one.change)
        );
    }
}

/// What a caller who used the item has to do.
fn remedy(change: &surface::Change) -> &'static str {
    match (change.level, &change.base, &change.revision) {
        (Level::Major, Some(_), None) => {
            ". Take its uses out, or put what replaces it in their place."
        }
        (Level::Major, Some(_), Some(_)) => ". Bring its uses in line with what it is now.",
        (Level::Major, None, _) => ". Name it where all of them are named.",
        _ => "",
    }
}

/// The lines of a document from a place on.
fn snippet(when: &str, document: &Document, pointer: &Pointer, out: &mut String) {
    let line = document.locate(pointer).line;
    let lines = document.text().lines().skip(line.saturating_sub(1));
    let lines: Vec<&str> = lines.take(SHOWN).collect();
    let indent = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or_default();
    let lines = lines.iter().map(|line| line.get(indent..).unwrap_or(""));
    let shown = lines.collect::<Vec<_>>().join("\n");
    let fence = fence(&shown);
    let place = format!("{}:{line}", document.name());
    let _ = write!(
        out,
        "\n{} ({when})\n\n{fence}yaml\n{shown}\n{fence}\n",
        code(&place)
    );
}

fn others(outcome: &Outcome<'_>, out: &mut String) {
    for (title, wanted) in [
        ("What may break", 1),
        ("What is compatible", 2),
        ("Documentation", 3),
    ] {
        let found = outcome.findings.iter().enumerate();
        let found: Vec<_> = found.filter(|(_, one)| column(one) == wanted).collect();
        if found.is_empty() {
            continue;
        }
        let _ = write!(
            out,
            "\n<details><summary>{title} ({})</summary>\n\n| change | where | what | for Rust callers |\n|---|---|---|---|\n",
            found.len()
        );
        for (index, finding) in found {
            let change = &finding.change;
            let (document, pointer) = match change.edit {
                Edit::Removed => (outcome.input.base.document, &change.base),
                _ => (outcome.input.revision.document, &change.revision),
            };
            let rust = caused(outcome, index).map(|one| text(&one.change.to_string()));
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} |",
                code(&finding.id),
                code(&format!(
                    "{}:{}",
                    document.name(),
                    document.locate(pointer).line
                )),
                text(&finding.message),
                rust.collect::<Vec<_>>().join("<br>"),
            );
        }
        out.push_str("\n</details>\n");
    }
}

/// What the document does not explain.
fn rust(outcome: &Outcome<'_>, out: &mut String) {
    let uncaused = outcome.rust.iter().filter(|one| one.cause.is_none());
    let uncaused: Vec<&RustChange> = uncaused.collect();
    if uncaused.is_empty() {
        return;
    }
    let open = if uncaused.iter().any(|one| one.change.level == Level::Major) {
        " open"
    } else {
        ""
    };
    let _ = write!(
        out,
        "\n<details{open}><summary>Changes of the Rust API that no change of the document explains ({})</summary>\n\n",
        uncaused.len()
    );
    list_rust(uncaused, out);
    out.push_str("\n</details>\n");
}

fn rules(outcome: &Outcome<'_>, report: &Report<'_>, out: &mut String) {
    let introduced = &outcome.introduced;
    if introduced.is_empty() {
        return;
    }
    let of_rules = report.diagnostics.len() - introduced.len();
    let table = Report {
        diagnostics: &report.diagnostics[of_rules..],
        ..*report
    };
    let _ = write!(
        out,
        "\n<details open><summary>New findings of the rules ({})</summary>\n\n{}\n</details>\n",
        introduced.len(),
        table.render(oas::report::Format::Markdown, false)
    );
}

/// A code span in a cell of a table, whatever the text has in it.
fn code(source: &str) -> String {
    let shown: String = source
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let fence = "`".repeat(longest_run(&shown) + 1);
    let space = if shown.starts_with('`') || shown.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{}{space}{fence}", shown.replace('|', "\\|"))
}

fn fence(shown: &str) -> String {
    "`".repeat((longest_run(shown) + 1).max(3))
}

fn longest_run(shown: &str) -> usize {
    let runs = shown.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or_default()
}
