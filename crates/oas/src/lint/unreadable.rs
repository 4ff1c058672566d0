use crate::report::RuleInfo;
use crate::{Diagnostic, Document, Label, LoadError, Severity};

/// Diagnostic of [`unreadable`] documents. It is not a rule: a rule requires a document.
pub const UNREADABLE: RuleInfo<'static> = RuleInfo {
    id: "document-unreadable",
    summary: "The text is not readable YAML or JSON",
    documentation: "\nReading ends at the first error of syntax, at text that is not UTF-8, and at a limit that keeps reading bounded in \
        time and memory: 256 levels, 4,096 bytes of keys on a path, 2 million values once aliases are replaced. No rule has run.\n",
    severity: Severity::Error,
    page: None,
};

/// A diagnostic for each file that a reference leads to and that could not be read.
pub(super) fn parts(document: &Document) -> impl Iterator<Item = Diagnostic> + '_ {
    document.unreadable().iter().map(|file| {
        let (id, severity) = (UNREADABLE.id, UNREADABLE.severity);
        with_help(Diagnostic::new(
            id,
            severity,
            file.reason.clone(),
            Label::span(file.at),
        ))
    })
}

/// The diagnostic that a document could not be read, to be shown with
/// [`Document::of_text`](crate::Document::of_text); `None` when its text was not reached at all.
pub fn unreadable(error: &LoadError) -> Option<Diagnostic> {
    if matches!(error, LoadError::Read { .. }) {
        return None;
    }
    let at = Label::span(error.location()?.span);
    let (id, severity) = (UNREADABLE.id, UNREADABLE.severity);
    Some(with_help(Diagnostic::new(id, severity, error.reason(), at)))
}

fn with_help(diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.message.contains("UTF-8") {
        diagnostic.help("save the file as UTF-8")
    } else if diagnostic.message.contains("tab in the indentation") {
        diagnostic.help("indent with spaces")
    } else if diagnostic
        .message
        .contains("mapping values are not allowed")
    {
        diagnostic.help("check the indentation of this line, or quote a value that contains `: `")
    } else {
        diagnostic
    }
}
