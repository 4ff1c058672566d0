use std::fmt::Write as _;

use client_codegen::surface::Level;
use oas::diff::{Edit, Finding};
use oas::report::{Format, Report, markdown_text as text};
use oas::{Diagnostic, Severity};

use super::escape::code;
use super::{Column, ROWS};
use crate::Outcome;

/// Findings of one id that are shown; they are alike.
const ALIKE: usize = 3;

/// What else was found in the documents and in what was decided beforehand: open, for it may have to be mended.
pub(super) fn reports(outcome: &Outcome<'_>, report: &Report<'_>) -> Vec<String> {
    let table = |title: &str, diagnostics: &[Diagnostic]| {
        let (shown, more) = thinned(diagnostics);
        let table = Report {
            diagnostics: &shown,
            ..*report
        };
        let mut rendered = table.render(Format::Markdown, false);
        // The title counts already.
        if let Some((_, rows)) = rendered.split_once("\n\n") {
            rendered = rows.to_owned();
        }
        more.iter().for_each(|(id, count)| {
            let _ = writeln!(rendered, "\n… and {count} more of {}", code(id));
        });
        let open = diagnostics.iter().any(|one| one.severity != Severity::Info);
        let open = if open { " open" } else { "" };
        let count = diagnostics.len();
        format!("\n<details{open}><summary>{title} ({count})</summary>\n\n{rendered}\n</details>\n")
    };
    let rest = report.diagnostics;
    let (rest, introduced) = rest.split_at(rest.len() - outcome.introduced.len());
    let (_, problems) = rest.split_at(rest.len() - outcome.problems.len());
    [
        ("What was decided beforehand", problems),
        ("New findings of the rules", introduced),
    ]
    .into_iter()
    .filter(|(_, found)| !found.is_empty())
    .map(|(title, found)| table(title, found))
    .collect()
}

/// The first findings of each id, and how many there are besides.
fn thinned(diagnostics: &[Diagnostic]) -> (Vec<Diagnostic>, Vec<(&str, usize)>) {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let mut shown = Vec::new();
    for diagnostic in diagnostics {
        let id = diagnostic.id.as_ref();
        let known = counts.iter().position(|(known, _)| *known == id);
        let index = known.unwrap_or_else(|| {
            counts.push((id, 0));
            counts.len() - 1
        });
        counts[index].1 += 1;
        if counts[index].1 <= ALIKE {
            shown.push(diagnostic.clone());
        }
    }
    let more = counts.into_iter().filter(|(_, count)| *count > ALIKE);
    (shown, more.map(|(id, count)| (id, count - ALIKE)).collect())
}

/// The changes that do not break anything, or that somebody accepted, as tables.
pub(super) fn changes(outcome: &Outcome<'_>) -> Vec<String> {
    let wanted = [
        ("What breaks and was accepted", Column::Accepted),
        ("What may break", Column::Unsure),
        ("What is compatible", Column::Compatible),
        ("Documentation", Column::Documentation),
    ];
    let of_findings = wanted.into_iter().filter_map(|(title, column)| {
        let found = outcome.findings.iter().enumerate();
        let found: Vec<_> = found.filter(|(_, one)| Column::of(one) == column).collect();
        (!found.is_empty()).then(|| table(title, &found, outcome))
    });
    of_findings.chain(unexplained(outcome)).collect()
}

fn table(title: &str, found: &[(usize, &Finding)], outcome: &Outcome<'_>) -> String {
    let has_rust = found
        .iter()
        .any(|(index, _)| !outcome.caused(Some(*index)).is_empty());
    let (head, line) = if has_rust {
        (" for Rust callers |", "---|")
    } else {
        ("", "")
    };
    let mut out = format!(
        "\n<details><summary>{title} ({})</summary>\n\n| change | where | what |{head}\n|---|---|---|{line}\n",
        found.len()
    );
    for (index, finding) in found.iter().take(ROWS) {
        let change = &finding.change;
        let (document, pointer) = match change.edit {
            Edit::Removed => (outcome.input.base.document, &change.base),
            _ => (outcome.input.revision.document, &change.revision),
        };
        let mut what = text(&finding.message);
        if let Some(reason) = &finding.approval {
            let _ = write!(what, "<br>accepted: {}", text(reason));
        }
        let place = format!("{}:{}", document.name(), document.locate(pointer).line);
        let _ = write!(out, "| {} | {} | {what} |", code(&finding.id), code(&place));
        if has_rust {
            let caused = outcome.caused(Some(*index));
            let rust: Vec<String> = match caused.iter().any(|one| one.change.level == Level::Major)
            {
                // Shown in full above, but for what was accepted.
                true if finding.approval.is_none() => vec!["breaking, see above".to_owned()],
                _ => caused
                    .iter()
                    .map(|one| text(&one.change.to_string()))
                    .collect(),
            };
            let _ = write!(out, " {} |", rust.join("<br>"));
        }
        out.push('\n');
    }
    if found.len() > ROWS {
        let _ = writeln!(out, "\n… and {} more", found.len() - ROWS);
    }
    out.push_str("\n</details>\n");
    out
}

/// What changed for Rust callers without breaking them, and without a change of the document.
fn unexplained(outcome: &Outcome<'_>) -> Option<String> {
    let caused = outcome.caused(None);
    // All of them are shown where one of them breaks something.
    if caused.is_empty() || caused.iter().any(|one| one.change.level == Level::Major) {
        return None;
    }
    let mut out = format!(
        "\n<details><summary>Changes of the Rust API that no change of the document explains ({})</summary>\n\n",
        caused.len()
    );
    for one in caused.iter().take(ROWS) {
        let _ = writeln!(out, "- {}", text(&one.change.to_string()));
    }
    if caused.len() > ROWS {
        let _ = writeln!(out, "- … and {} more", caused.len() - ROWS);
    }
    out.push_str("\n</details>\n");
    Some(out)
}
