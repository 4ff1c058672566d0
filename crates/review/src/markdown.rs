mod breaking;
mod escape;
mod folded;
mod page;
mod remedy;
mod snippet;

use std::fmt::Write as _;

use oas::Severity;
use oas::diff::Finding;
use oas::report::{Report, markdown_text as text};

use self::escape::code;
use self::page::Page;
use crate::Outcome;

/// By this a bot finds the comment that it is to update.
const MARKER: &str = "<!-- xtask-review -->";

/// Rows of a table that anybody reads.
const ROWS: usize = 50;

/// One self-contained comment for a pull request.
pub(crate) fn render(outcome: &Outcome<'_>, report: &Report<'_>) -> String {
    let mut page = Page::new(head(outcome));
    page.section("What breaks", breaking::wire(outcome));
    page.section("What breaks for Rust callers only", breaking::rust(outcome));
    page.section(
        "What else has to be seen to",
        folded::reports(outcome, report),
    );
    page.section("", folded::changes(outcome));
    page.finish()
}

/// The verdict, what has to be done, and what each operation meets.
fn head(outcome: &Outcome<'_>) -> String {
    let sign = if outcome.is_clean() { "✅" } else { "❌" };
    let verdict = outcome.verdict_line();
    let mut out = format!(
        "{MARKER}\n## {sign} {}\n\n{}\n",
        text(&verdict),
        text(&outcome.version_reason())
    );
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
    if let Some(why) = outcome.input.failure {
        let _ = writeln!(out, "\nNo client can be generated: {}", text(why));
    }
    operations(outcome, &mut out);
    out
}

/// How many changes of each severity every operation meets, the worst first. A change that is met in none has a row of its own.
fn operations(outcome: &Outcome<'_>, out: &mut String) {
    let mut rows: Vec<(String, [usize; 5])> = Vec::new();
    for finding in &outcome.findings {
        let column = Column::of(finding) as usize;
        let names = finding.operations.iter().map(|one| code(&one.to_string()));
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

    fn of(finding: &Finding) -> Self {
        match finding.severity {
            Severity::Error if finding.approval.is_some() => Self::Accepted,
            Severity::Error => Self::Breaking,
            Severity::Warning => Self::Unsure,
            Severity::Info if finding.is_documentation() => Self::Documentation,
            Severity::Info => Self::Compatible,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Accepted => "breaking, accepted",
            Self::Unsure => "perhaps breaking",
            Self::Compatible => "compatible",
            Self::Documentation => "documentation",
        }
    }
}
