use std::collections::HashMap;

use super::change::Change;
use crate::{Diagnostic, Document, Label, Node, Severity, SourceId};

/// Approved breaking changes: a file with a list of `{fingerprint, reason}`.
#[derive(Debug, Default)]
pub struct Approvals<'d> {
    entries: Vec<Approval<'d>>,
}

#[derive(Debug)]
struct Approval<'d> {
    node: Node<'d>,
    fingerprint: &'d str,
    reason: &'d str,
}

impl<'d> Approvals<'d> {
    /// Reads a file of approvals, and reports what is not one.
    pub fn read(document: &'d Document, source: SourceId) -> (Self, Vec<Diagnostic>) {
        let mut approvals = Self::default();
        let mut problems = Vec::new();
        let mut problem = |node: &Node<'d>, message: &str| {
            let label = Label::value(node.pointer.clone()).in_source(source);
            problems.push(Diagnostic::new(
                "approval-invalid",
                Severity::Error,
                message,
                label,
            ));
        };
        let root = document.root_node();
        if !root.value.is_array() && !root.value.is_null() {
            problem(&root, "expected a list of approvals");
        }
        for node in root.items() {
            let text = |key| node.str(key).map(str::trim).filter(|text| !text.is_empty());
            match (text("fingerprint"), text("reason")) {
                (Some(fingerprint), Some(reason)) => {
                    approvals.entries.push(Approval {
                        node,
                        fingerprint,
                        reason,
                    });
                }
                (None, _) => problem(
                    &node,
                    "`fingerprint` is missing: an approval names a change",
                ),
                (_, None) => problem(&node, "`reason` is missing: an approval states why"),
            }
        }
        (approvals, problems)
    }

    /// Marks the approved changes, and reports approvals that match none: an error if `base` does
    /// not have them, so that they are new, else an info.
    pub fn apply(
        &self,
        changes: &mut [Change],
        base: &Approvals<'_>,
        source: SourceId,
    ) -> Vec<Diagnostic> {
        let mut unused = Vec::new();
        let mut by_fingerprint: HashMap<String, Vec<&mut Change>> = HashMap::new();
        for change in changes.iter_mut().filter(|change| change.is_breaking()) {
            by_fingerprint
                .entry(change.fingerprint())
                .or_default()
                .push(change);
        }
        for approval in &self.entries {
            if let Some(changes) = by_fingerprint.get_mut(approval.fingerprint) {
                for change in changes {
                    change.approval = Some(approval.reason.to_owned());
                }
                continue;
            }
            let label = Label::value(approval.node.pointer.clone()).in_source(source);
            let known = base
                .entries
                .iter()
                .any(|one| one.fingerprint == approval.fingerprint);
            unused.push(if known {
                let message = "this approval no longer matches a change and can be deleted";
                Diagnostic::new("approval-unused", Severity::Info, message, label)
            } else {
                let message = "this approval is new and does not match a breaking change";
                Diagnostic::new("approval-unmatched", Severity::Error, message, label)
            });
        }
        unused
    }
}
