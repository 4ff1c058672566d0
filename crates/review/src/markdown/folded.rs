use std::fmt::Write as _;

use client_codegen::surface::Level;
use oas::diff::Change;
use oas::report::markdown_text as text;
use oas::{Diagnostic, Severity};

use super::column::Column;
use super::escape::code;
use super::page::MAX_ROWS;
use super::view::View;
use crate::cause::Cause;
use crate::outcome::Outcome;

/// Maximum number of diagnostics of one id that are shown.
const MAX_PER_ID: usize = 3;

/// Diagnostics about the documents, approvals and severities, expanded because they may require an
/// action.
pub(super) fn reports(view: &View<'_, '_>) -> Vec<String> {
    let table = |title: &str, diagnostics: &[Diagnostic]| {
        let (shown, more) = limited(diagnostics);
        let mut out = "| severity | id | where | what |\n|---|---|---|---|\n".to_owned();
        for one in &shown {
            let mut what = text(&one.message);
            for note in one.notes.iter().chain(&one.help) {
                what.push_str("<br>");
                what.push_str(&text(note));
            }
            let location = view.location(&one.primary);
            let _ = writeln!(
                out,
                "| {} | {} | {location} | {what} |",
                one.severity,
                text(&one.id)
            );
        }
        for (id, count) in more {
            let _ = writeln!(out, "\n… and {count} more of {}", code(id));
        }
        let open = diagnostics.iter().any(|one| one.severity != Severity::Info);
        let open = if open { " open" } else { "" };
        let count = diagnostics.len();
        format!("\n<details{open}><summary>{title} ({count})</summary>\n\n{out}\n</details>\n")
    };
    let diagnostics = view.diagnostics;
    [
        ("Not compared", diagnostics.unresolved.as_slice()),
        ("Version", diagnostics.version.as_slice()),
        ("Approvals and severities", &diagnostics.problems),
        ("New lint diagnostics", &diagnostics.introduced),
    ]
    .into_iter()
    .filter(|(_, found)| !found.is_empty())
    .map(|(title, found)| table(title, found))
    .collect()
}

/// The first diagnostics of each id, and the number of omitted ones per id.
fn limited(diagnostics: &[Diagnostic]) -> (Vec<Diagnostic>, Vec<(&str, usize)>) {
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
        if counts[index].1 <= MAX_PER_ID {
            shown.push(diagnostic.clone());
        }
    }
    let more = counts.into_iter().filter(|(_, count)| *count > MAX_PER_ID);
    (
        shown,
        more.map(|(id, count)| (id, count - MAX_PER_ID)).collect(),
    )
}

/// Tables of the changes that are not breaking, or that are approved.
pub(super) fn changes(view: &View<'_, '_>) -> Vec<String> {
    let outcome = view.outcome;
    let wanted = [
        ("Approved breaking changes", Column::Approved),
        ("Potentially breaking changes", Column::PotentiallyBreaking),
        ("Compatible changes", Column::Compatible),
        ("Documentation", Column::Documentation),
    ];
    let of_changes = wanted.into_iter().filter_map(|(title, column)| {
        let found = outcome.changes.iter().enumerate();
        let found: Vec<_> = found.filter(|(_, one)| Column::of(one) == column).collect();
        (!found.is_empty()).then(|| table(title, &found, view))
    });
    of_changes.chain(unexplained(outcome)).collect()
}

fn table(title: &str, found: &[(usize, &Change)], view: &View<'_, '_>) -> String {
    let outcome = view.outcome;
    let has_rust = found
        .iter()
        .any(|(index, _)| !outcome.caused(Cause::Change(*index)).is_empty());
    let (head, line) = if has_rust {
        (" for Rust callers |", "---|")
    } else {
        ("", "")
    };
    let mut out = format!(
        "\n<details><summary>{title} ({})</summary>\n\n| change | where | what |{head}\n|---|---|---|{line}\n",
        found.len()
    );
    for (index, change) in found.iter().take(MAX_ROWS) {
        let mut what = text(&change.message);
        if let Some(reason) = &change.approval {
            let _ = write!(what, "<br>approved: {}", text(reason));
        }
        let location = view
            .diagnostics
            .wire
            .get(*index)
            .map(|one| view.location(&one.primary));
        let _ = write!(
            out,
            "| {} | {} | {what} |",
            code(&change.id),
            location.unwrap_or_default()
        );
        if has_rust {
            let caused = outcome.caused(Cause::Change(*index));
            let rust: Vec<String> = match caused.iter().any(|one| one.change.level == Level::Major)
            {
                // Shown in full above, except for approved changes.
                true if change.approval.is_none() => vec!["breaking, see above".to_owned()],
                _ => caused
                    .iter()
                    .map(|one| text(&one.change.to_string()))
                    .collect(),
            };
            let _ = write!(out, " {} |", rust.join("<br>"));
        }
        out.push('\n');
    }
    if found.len() > MAX_ROWS {
        let _ = writeln!(out, "\n… and {} more", found.len() - MAX_ROWS);
    }
    out.push_str("\n</details>\n");
    out
}

/// Compatible changes of the Rust API that no change of the document causes.
fn unexplained(outcome: &Outcome<'_>) -> Option<String> {
    let caused: Vec<_> = [Cause::Generator, Cause::Unknown]
        .into_iter()
        .flat_map(|cause| outcome.caused(cause))
        .collect();
    // If one of them is breaking, all are listed with the breaking changes.
    if caused.is_empty() || caused.iter().any(|one| one.change.level == Level::Major) {
        return None;
    }
    let mut out = format!(
        "\n<details><summary>Changes of the Rust API that are not caused by the document ({})</summary>\n\n",
        caused.len()
    );
    for one in caused.iter().take(MAX_ROWS) {
        let _ = writeln!(out, "- {}", text(&one.change.to_string()));
    }
    if caused.len() > MAX_ROWS {
        let _ = writeln!(out, "- … and {} more", caused.len() - MAX_ROWS);
    }
    out.push_str("\n</details>\n");
    Some(out)
}
