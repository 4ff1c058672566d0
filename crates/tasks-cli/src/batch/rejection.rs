use std::path::{Path, PathBuf};

use super::plan::Conflict;
use crate::{
    input::{InputError, MAX_SHOWN, print_errors},
    journal::{JournalError, RowOutcome},
    printable::printable,
    stderr,
};

/// Error before the first request.
pub(super) enum Rejection {
    Usage(anyhow::Error),
    Input(Vec<InputError>, usize),
    Journal(PathBuf, JournalError),
    Conflicts(String, Vec<Conflict>),
}

impl<E: Into<anyhow::Error>> From<E> for Rejection {
    fn from(error: E) -> Self {
        Self::Usage(error.into())
    }
}

impl Rejection {
    pub(super) fn report(&self) {
        match self {
            Self::Usage(error) => stderr::failure(error),
            Self::Input(errors, count) => print_errors(errors, *count),
            Self::Journal(path, error) => print_journal_error(path, error),
            Self::Conflicts(name, conflicts) => print_conflicts(name, conflicts),
        }
    }
}

/// Prints the error of a journal, and the action.
pub(super) fn print_journal_error(path: &Path, error: &JournalError) {
    stderr::error(format_args!("{}: failed to {error}", path.display()));
    if let Some(help) = error.help() {
        stderr::help(help);
    }
}

fn print_conflicts(name: &str, conflicts: &[Conflict]) {
    for conflict in conflicts.iter().take(MAX_SHOWN) {
        let Conflict {
            earlier,
            details,
            row,
            has_title,
        } = conflict;
        let same = if *has_title { "title" } else { "position" };
        let known = match earlier.outcome() {
            RowOutcome::Unknown => "whose outcome is unknown",
            _ => "that was created",
        };
        stderr::error(format_args!(
            "{}: new row has the {same} of a removed row {known}",
            row.location
        ));
        let id = details
            .id
            .as_ref()
            .map_or_else(String::new, |id| format!(" {}", printable(id)));
        stderr::line(format_args!(
            "  earlier: line {} “{}” {}{id}",
            earlier.line,
            printable(&details.title),
            earlier.outcome().as_str()
        ));
        stderr::line(format_args!(
            "  now:     line {} “{}”",
            row.location.line,
            printable(&row.task.title)
        ));
    }
    let lines: Vec<String> = conflicts
        .iter()
        .take(MAX_SHOWN)
        .map(|conflict| format!("--as-new {}", conflict.row.location.line))
        .collect();
    let count = conflicts.len();
    let noun = if count == 1 { "row" } else { "rows" };
    stderr::note(format_args!(
        "{count} edited {noun} in {name}; nothing was sent"
    ));
    stderr::help(format_args!(
        "restore the earlier row, or send the new one as a new task: {}",
        lines.join(" ")
    ));
}
