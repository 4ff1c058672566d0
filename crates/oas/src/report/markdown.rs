use super::groups::{Group, counts, groups};
use super::input::Report;
use crate::text::shortened;

/// Maximum length of a comment on GitHub, in characters.
const MAX_CHARS: usize = 65_536;

/// Characters kept for the last line.
const RESERVED: usize = 200;

/// Maximum length of a cell, in characters.
const MAX_CELL: usize = 8_000;

pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = format!("**{}**\n", report.summary());
    if report.diagnostics.is_empty() {
        return out;
    }
    out.push_str("\n| severity | id | count |\n|---|---|---|\n");
    for count in counts(report.diagnostics) {
        let row = format!(
            "| {} | {} | {} |\n",
            count.severity,
            text(count.id),
            count.count
        );
        out.push_str(&row);
    }
    out.push_str("\n| severity | id | where | what |\n|---|---|---|---|\n");
    let mut groups = groups(report.diagnostics);
    let mut rows: Vec<String> = groups
        .iter()
        .filter_map(|group| row(report, group))
        .collect();
    let mut length = out.chars().count();
    let total: usize = rows.iter().map(|row| row.chars().count()).sum();
    if length + total > MAX_CHARS - RESERVED {
        // The least severe ones are omitted first.
        groups.sort_by_key(|group| std::cmp::Reverse(group.first.severity));
        rows = groups
            .iter()
            .filter_map(|group| row(report, group))
            .collect();
    }
    let mut left_out = 0;
    for (row, group) in rows.iter().zip(&groups) {
        let size = row.chars().count();
        if left_out > 0 || length + size > MAX_CHARS - RESERVED {
            left_out += group.len();
            continue;
        }
        length += size;
        out.push_str(row);
    }
    if left_out > 0 {
        out.push_str(&format!("\n… and {left_out} more\n"));
    }
    out
}

fn row(report: &Report<'_>, group: &Group<'_>) -> Option<String> {
    let diagnostic = group.first;
    let at = report.sources.locate(&diagnostic.primary)?;
    let mut what = text(&shortened(&diagnostic.message, MAX_CELL));
    let notes = diagnostic.notes.iter().chain(&diagnostic.help).cloned();
    for note in notes.chain(group.others(report)) {
        what.push_str("<br>");
        what.push_str(&text(&shortened(&note, MAX_CELL)));
    }
    let place = format!("{}:{}", at.name(), at.location);
    Some(format!(
        "| {} | {} | {} | {what} |\n",
        diagnostic.severity,
        text(&diagnostic.id),
        text(&shortened(&place, MAX_CELL)),
    ))
}

/// Text from a document as Markdown that shows just that text, in one cell of a table: a code span
/// where it was one, and nothing else that Markdown or HTML would read.
pub fn text(source: &str) -> String {
    let mut out = String::new();
    // An odd backtick is not a code span, and several in a row pair with as many only; they are
    // shown as they are.
    let paired = source.matches('`').count().is_multiple_of(2) && !source.contains("``");
    let mut in_code = false;
    for c in source.chars() {
        match c {
            '`' if paired => {
                in_code = !in_code;
                out.push('`');
            }
            '|' => out.push_str("\\|"),
            c if c.is_control() => out.push(' '),
            c if in_code => out.push(c),
            // `@name` in a document must not notify an account.
            '@' => out.push_str("@\u{200b}"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
