use super::Report;
use crate::Severity;

/// Workflow commands: <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        let Some(at) = report.sources.locate(&diagnostic.primary) else {
            continue;
        };
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let mut message = diagnostic.message.clone();
        let notes = diagnostic.notes.iter().chain(&diagnostic.help);
        notes.for_each(|note| {
            message.push('\n');
            message.push_str(note);
        });
        out.push_str(&format!(
            "::{command} file={},line={},col={},title={}::{}\n",
            property(at.file.name()),
            at.location.line,
            at.location.column,
            property(&diagnostic.id),
            data(&message),
        ));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
