use std::fmt::Write as _;

use super::kinds::ROWS;
use crate::diagnostic::Severity;

/// The catalogue of changes as a page in Markdown.
pub fn page() -> String {
    let mut out = String::from(
        "# Kinds of change\n\n\
         Generated from `crates/oas/src/diff/kinds.rs` by `cargo xtask generate`.\n\n\
         An id names the subject and the kind of a change. Each table lists a kind with its ids, one for each subject. \
         A request must not lose a value, and a response must not gain one: where a severity is a range, it follows from that.\n",
    );
    for row in ROWS {
        let _ = write!(
            out,
            "\n## {}\n\n{}\n\n| id | severity |\n|---|---|\n",
            row.id, row.meaning
        );
        let severity = severity(row.severities());
        for id in row.ids() {
            let _ = writeln!(out, "| <a id=\"{id}\"></a>`{id}` | {severity} |");
        }
    }
    out
}

fn severity((most, least): (Severity, Severity)) -> String {
    if most == least {
        most.to_string()
    } else {
        format!("{least} to {most}")
    }
}
