use crate::report::RuleInfo;
use crate::{Diagnostic, Label, LoadError, Severity};

/// What a report says about [`unreadable`] documents. It is no rule: a rule needs a document.
pub const UNREADABLE: RuleInfo<'static> = RuleInfo {
    id: "document-unreadable",
    summary: "The text is not readable YAML or JSON",
    documentation: "\nReading ends at the first error of syntax, at text that is not UTF-8, and at a limit that keeps reading bounded in \
        time and memory: 256 levels, 4,096 bytes of keys on a path, 2 million values once aliases are replaced. No rule has run.\n",
    severity: Severity::Error,
};

/// The finding that a document could not be read, to be shown with [`Document::of_text`](crate::Document::of_text);
/// `None` when its text was not reached at all.
pub fn unreadable(error: &LoadError) -> Option<Diagnostic> {
    let message = match error {
        LoadError::Syntax { reason, .. } => reason.as_str(),
        LoadError::Encoding { .. } => "the text is not UTF-8",
        LoadError::Limit { limit, .. } => limit,
        LoadError::Read { .. } => return None,
    };
    let at = Label::span(error.location()?.span);
    let finding = Diagnostic::new(UNREADABLE.id, UNREADABLE.severity, message, at);
    Some(match error {
        LoadError::Encoding { .. } => finding.help("save the file as UTF-8"),
        LoadError::Syntax { reason, .. } if reason.contains("tabs") => {
            finding.help("indent with spaces: YAML has no tabs there")
        }
        _ => finding,
    })
}
