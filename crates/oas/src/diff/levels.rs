use super::change::Change;
use super::kinds::kind_of;
use crate::{Diagnostic, Document, Label, Severity, SourceId};

/// Custom severities of kinds of change: a file with a mapping of ids to `error`, `warning` or
/// `info`.
#[derive(Debug, Default)]
pub struct Levels {
    chosen: Vec<(String, Severity)>,
}

impl Levels {
    /// Reads a file of levels, and reports what is not one.
    pub fn read(document: &Document, source: SourceId) -> (Self, Vec<Diagnostic>) {
        let mut levels = Self::default();
        let mut problems = Vec::new();
        let root = document.root_node();
        for (id, node) in root.members() {
            let mut problem = |label: Label, message: String| {
                let label = label.in_source(source);
                problems.push(Diagnostic::new(
                    "level-invalid",
                    Severity::Error,
                    message,
                    label,
                ));
            };
            if kind_of(id).is_none() {
                let message = format!("`{id}` is not a kind of change");
                problem(Label::key(node.pointer.clone()), message);
            }
            match node.value.as_str().and_then(|text| text.parse().ok()) {
                Some(severity) => levels.chosen.push((id.to_owned(), severity)),
                None => {
                    let message = "expected error, warning or info".to_owned();
                    problem(Label::value(node.pointer), message);
                }
            }
        }
        if !root.value.is_object() && !root.value.is_null() {
            let label = Label::value(root.pointer).in_source(source);
            let message = "expected a mapping of ids to error, warning or info";
            problems.push(Diagnostic::new(
                "level-invalid",
                Severity::Error,
                message,
                label,
            ));
        }
        (levels, problems)
    }

    /// Applies the levels.
    pub fn apply(&self, changes: &mut [Change]) {
        for change in changes.iter_mut() {
            let chosen = self.chosen.iter().find(|(id, _)| *id == change.id);
            if let Some((_, severity)) = chosen {
                change.severity = *severity;
            }
        }
        changes.sort_by_key(|change| std::cmp::Reverse(change.severity));
    }
}
