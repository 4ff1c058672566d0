mod breaking;
mod escape;
mod folded;
mod page;
mod remedy;
mod snippet;

use std::fmt::Write as _;

use oas::diff::{Change, Kind};
use oas::report::{Format, Report, markdown_text as text};
use oas::{Diagnostic, Label, Severity, Sources};

use self::escape::{block, code};
use self::page::Page;
use crate::Outcome;
use crate::outcome::Diagnostics;

/// By this a bot finds the comment that it is to update.
const MARKER: &str = "<!-- xtask-review -->";

/// Rows of a table that anybody reads.
const ROWS: usize = 50;

/// One self-contained comment for a pull request.
pub(crate) fn render(
    outcome: &Outcome<'_>,
    diagnostics: &Diagnostics,
    sources: &Sources<'_>,
) -> String {
    let view = View {
        outcome,
        diagnostics,
        sources,
    };
    let mut page = Page::new(head(outcome));
    page.section("Breaking changes", breaking::wire(&view));
    page.section(
        "Changes that break Rust callers only",
        breaking::rust(&view),
    );
    page.section("Diagnostics", folded::reports(&view));
    page.section("", folded::changes(&view));
    page.finish()
}

/// What the sections of a comment are made from.
struct View<'v, 'a> {
    outcome: &'v Outcome<'a>,
    diagnostics: &'v Diagnostics,
    sources: &'v Sources<'a>,
}

impl View<'_, '_> {
    /// Returns the file and line of a label, linked where the repository is known.
    fn place(&self, label: &Label) -> String {
        let Some((name, role, location)) = self.sources.location(label) else {
            return String::new();
        };
        let shown = code(&format!("{name}:{}", location.line));
        let links = self.outcome.input.links.and_then(|links| {
            let commit = match role {
                Some("base") => links.base,
                _ => links.revision,
            };
            Some((links.repository, commit?))
        });
        match links {
            Some((repository, commit)) if is_plain(name) => {
                format!(
                    "[{shown}]({repository}/blob/{commit}/{name}#L{})",
                    location.line
                )
            }
            _ => shown,
        }
    }
}

/// Whether a path needs no escape in an address.
fn is_plain(path: &str) -> bool {
    path.chars()
        .all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c))
}

/// The first lines of a comment: the marker, who wrote it, the headline.
pub(crate) fn opening(is_clean: bool, headline: &str) -> String {
    let sign = if is_clean { "✅" } else { "❌" };
    format!(
        "{MARKER}\n_Written by the code of this pull request, not by the repository._\n\n## {sign} {}\n",
        text(headline)
    )
}

/// The line of a diagnostic, underlined, with its message.
pub(crate) fn excerpt(sources: &Sources<'_>, diagnostic: &Diagnostic) -> String {
    let report = Report {
        sources,
        diagnostics: std::slice::from_ref(diagnostic),
        rules: &[],
    };
    let shown = report.render(Format::Human, false);
    // The last paragraph counts what is a single diagnostic here.
    let shown = shown.trim_end();
    let shown = shown.rsplit_once("\n\n").map_or(shown, |(first, _)| first);
    format!("\n{}", block("text", shown))
}

/// The headline, what has to be done, and the changes of each operation.
fn head(outcome: &Outcome<'_>) -> String {
    let mut out = opening(outcome.is_clean(), &outcome.headline());
    let _ = write!(out, "\n{}\n", text(&outcome.version_reason()));
    if let Some(why) = outcome.input.unreadable_base {
        let _ = writeln!(
            out,
            "\nThe base cannot be read, so nothing was compared: {}",
            text(why)
        );
    }
    repeated_calls(outcome, &mut out);
    let unreadable = outcome.unreadable.iter().filter(|one| !one.is_fixed);
    match unreadable.count() {
        0 => {}
        count => {
            let _ = writeln!(
                out,
                "\nThe comparison is incomplete: {count} unresolved, see below."
            );
        }
    }
    if let Some(why) = outcome.input.failure {
        let _ = writeln!(out, "\nNo client can be generated: {}", text(why));
    }
    let stale = outcome.input.stale;
    if !stale.is_empty() {
        let mut paths: Vec<String> = stale.iter().take(ROWS).map(|path| code(path)).collect();
        paths.extend((stale.len() > ROWS).then(|| format!("{} more", stale.len() - ROWS)));
        let _ = writeln!(
            out,
            "\nGenerated files are stale; run `cargo xtask generate`: {}",
            paths.join(", ")
        );
    }
    operations(outcome, &mut out);
    out
}

/// Changes by which clients may send calls twice.
fn repeated_calls(outcome: &Outcome<'_>, out: &mut String) {
    let kinds = [Kind::MethodClassChanged, Kind::SuccessSetChanged];
    let repeated = outcome
        .changes
        .iter()
        .filter(|one| kinds.contains(&one.kind));
    for change in repeated.filter(|one| one.approval.is_none()) {
        let _ = writeln!(out, "\n**{}**", text(&change.message));
    }
}

/// How many changes of each severity every operation meets, the worst first. A change that is met in none has a row of its own.
fn operations(outcome: &Outcome<'_>, out: &mut String) {
    let mut rows: Vec<(String, [usize; 5])> = Vec::new();
    for change in &outcome.changes {
        let column = Column::of(change) as usize;
        let names = change.operations.iter().map(|one| code(&one.to_string()));
        let mut names: Vec<String> = names.collect();
        if names.is_empty() {
            names.push("in no operation".to_owned());
        }
        for name in names {
            let row = match rows.iter().position(|(known, _)| *known == name) {
                Some(row) => row,
                None => {
                    rows.push((name, [0; 5]));
                    rows.len() - 1
                }
            };
            rows[row].1[column] += 1;
        }
    }
    if rows.is_empty() {
        return;
    }
    rows.sort_by_key(|(_, counts)| std::cmp::Reverse(*counts));
    // A column that nothing is in says nothing.
    let used: Vec<Column> = Column::ALL
        .into_iter()
        .filter(|column| rows.iter().any(|(_, counts)| counts[*column as usize] > 0))
        .collect();
    let titles: Vec<&str> = used.iter().map(|column| column.title()).collect();
    let _ = writeln!(
        out,
        "\n| operation | {} |\n|---|{}",
        titles.join(" | "),
        "--:|".repeat(used.len())
    );
    for (name, counts) in rows.iter().take(ROWS) {
        let cells = used.iter().map(|column| match counts[*column as usize] {
            0 => String::new(),
            count => count.to_string(),
        });
        let cells: Vec<String> = cells.collect();
        let _ = writeln!(out, "| {name} | {} |", cells.join(" | "));
    }
    if rows.len() > ROWS {
        let _ = writeln!(out, "\n… and {} more operations", rows.len() - ROWS);
    }
}

/// A column of the table of operations.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Breaking,
    Accepted,
    Unsure,
    Compatible,
    Documentation,
}

impl Column {
    const ALL: [Self; 5] = [
        Self::Breaking,
        Self::Accepted,
        Self::Unsure,
        Self::Compatible,
        Self::Documentation,
    ];

    fn of(change: &Change) -> Self {
        match change.severity {
            Severity::Error if change.approval.is_some() => Self::Accepted,
            Severity::Error => Self::Breaking,
            Severity::Warning => Self::Unsure,
            Severity::Info if change.is_documentation() => Self::Documentation,
            Severity::Info => Self::Compatible,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Accepted => "breaking, approved",
            Self::Unsure => "potentially breaking",
            Self::Compatible => "compatible",
            Self::Documentation => "documentation",
        }
    }
}
