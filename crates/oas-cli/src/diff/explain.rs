use std::fmt::Write as _;

use oas::diff::explanations;

/// Argument that lists the kinds of change.
pub(crate) const CHANGES: &str = "changes";

/// The list of kinds of change, or the explanation of one; `None` for an unknown name.
pub(crate) fn explained(id: &str) -> Option<String> {
    let mut text = String::new();
    for one in explanations() {
        if id == CHANGES {
            let _ = writeln!(text, "  {:7}  {}", one.severity, one.id);
        } else if id == one.id {
            let (most, least) = one.kind.row().severities();
            let severity = match most == least {
                true => most.to_string(),
                false => format!("{least} to {most}"),
            };
            let _ = writeln!(text, "{id} ({severity}, change)\n{}", one.meaning());
            let _ = writeln!(text, "\nSee crates/oas/changes.md for all kinds of change.");
        }
    }
    Some(text).filter(|text| !text.is_empty())
}
