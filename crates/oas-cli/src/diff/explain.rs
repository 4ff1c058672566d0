use std::fmt::Write as _;

use oas::diff::explanations;

/// The name under which the kinds of change are listed.
pub(crate) const CHANGES: &str = "changes";

/// The kinds of change, or one of them explained; `None` for what is neither.
pub(crate) fn explained(id: &str) -> Option<String> {
    let mut text = String::new();
    for kind in explanations() {
        if id == CHANGES {
            let _ = writeln!(text, "  {:7}  {}", kind.severity, kind.id);
        } else if id == kind.id {
            let _ = writeln!(
                text,
                "{} ({}, change)\n{}",
                kind.id, kind.severity, kind.why
            );
            let _ = writeln!(
                text,
                "\n  base      {}\n  revision  {}",
                kind.base, kind.revision
            );
        }
    }
    Some(text).filter(|text| !text.is_empty())
}
