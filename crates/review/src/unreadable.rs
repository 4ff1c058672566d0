use oas::report::{Format, Report};
use oas::{Diagnostic, Sources};
use serde_json::{Value, json};

use crate::markdown;

/// Renders the review of a tree in which files cannot be read, given one diagnostic for each.
/// Nothing was compared.
pub fn unreadable(
    sources: &Sources<'_>,
    diagnostics: &[Diagnostic],
    format: Format,
    color: bool,
) -> String {
    let rules = [oas::lint::UNREADABLE];
    let report = Report {
        sources,
        diagnostics,
        rules: &rules,
    };
    let headline = headline(sources, diagnostics);
    match format {
        Format::Markdown => {
            let mut out = markdown::opening(false, &headline);
            out.push_str("\nNothing was compared: fix the error and push again.\n");
            for diagnostic in diagnostics {
                out.push_str(&markdown::excerpt(sources, diagnostic));
            }
            out
        }
        Format::Human => format!("{}{headline}\n", report.render(format, color)),
        Format::Json => {
            let mut root: Value =
                serde_json::from_str(&report.render(format, false)).unwrap_or_default();
            root["complete"] = json!(false);
            let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
            text.push('\n');
            text
        }
        Format::Sarif | Format::Github => report.render(format, color),
    }
}

fn headline(sources: &Sources<'_>, diagnostics: &[Diagnostic]) -> String {
    let mut names: Vec<String> = diagnostics
        .iter()
        .filter_map(|one| sources.location(&one.primary))
        .map(|(name, ..)| format!("`{name}`"))
        .collect();
    names.dedup();
    format!("{} cannot be read", names.join(", "))
}
