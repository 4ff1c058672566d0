use super::groups::{counts, groups};
use super::input::Report;
use crate::Severity;
use crate::text::shortened;

/// Maximum number of annotations of each level that GitHub shows for a step.
const MAX_ANNOTATIONS: usize = 10;

/// Maximum length of a message, in characters.
const MAX_MESSAGE: usize = 4_000;

/// Workflow commands, then the counts by rule as lines of the log:
/// <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    let groups = groups(report.diagnostics);
    for (severity, command) in [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Info, "notice"),
    ] {
        let of_level = groups
            .iter()
            .filter(|group| group.first.severity == severity);
        for group in of_level.take(MAX_ANNOTATIONS) {
            let diagnostic = group.first;
            let Some(at) = report.sources.locate(&diagnostic.primary) else {
                continue;
            };
            let mut message = diagnostic.message.clone();
            let notes = diagnostic.notes.iter().chain(&diagnostic.help).cloned();
            for note in notes.chain(group.others(report)) {
                message.push('\n');
                message.push_str(&note);
            }
            out.push_str(&format!(
                "::{command} file={},line={},col={},title={}::{}\n",
                property(at.file.name()),
                at.location.line,
                at.location.column,
                property(&diagnostic.id),
                data(&shortened(&message, MAX_MESSAGE)),
            ));
        }
    }
    for count in counts(report.diagnostics) {
        out.push_str(&format!(
            "{} {}: {}\n",
            count.severity, count.id, count.count
        ));
    }
    if !report.diagnostics.is_empty() {
        out.push_str(&report.summary());
        out.push('\n');
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
