use std::collections::BTreeSet;

use super::examples::explanations;
use super::finding::Finding;
use crate::{Diagnostic, Document, Label, Severity, SourceId};

/// Severities that somebody chose for kinds of change: a mapping of ids to `error`, `warning` or
/// `info`, in a file of its own.
#[derive(Debug, Default)]
pub struct Levels {
    chosen: Vec<(String, Severity)>,
}

impl Levels {
    /// Reads a file of levels. What is none is told, at its place in `source`.
    pub fn read(document: &Document, source: SourceId) -> (Self, Vec<Diagnostic>) {
        let mut levels = Self::default();
        let mut problems = Vec::new();
        let root = document.root_node();
        let ids: BTreeSet<String> = match root.members().next() {
            Some(_) => explanations().into_iter().map(|one| one.id).collect(),
            None => BTreeSet::new(),
        };
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
            if !ids.contains(id) {
                let message = format!("`{id}` is no kind of change");
                problem(Label::key(node.pointer.clone()), message);
            }
            match node.value.as_str().and_then(|text| text.parse().ok()) {
                Some(severity) => levels.chosen.push((id.to_owned(), severity)),
                None => {
                    let message = "a level is error, warning or info".to_owned();
                    problem(Label::value(node.pointer), message);
                }
            }
        }
        if !root.value.is_object() && !root.value.is_null() {
            let label = Label::value(root.pointer).in_source(source);
            let message = "levels are a mapping of ids to error, warning or info";
            problems.push(Diagnostic::new(
                "level-invalid",
                Severity::Error,
                message,
                label,
            ));
        }
        (levels, problems)
    }

    /// Gives the findings the levels that were chosen for their kinds.
    pub fn apply(&self, findings: &mut [Finding]) {
        for finding in findings.iter_mut() {
            let chosen = self.chosen.iter().find(|(id, _)| *id == finding.id);
            if let Some((_, severity)) = chosen {
                finding.severity = *severity;
            }
        }
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
}
