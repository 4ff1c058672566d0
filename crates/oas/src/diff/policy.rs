use super::approvals::Approvals;
use super::change::Change;
use super::levels::Levels;
use crate::{Diagnostic, Document, Sources};

/// Decisions about changes, each in a file of its own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Policy<'d> {
    /// Custom severities of kinds of change.
    pub levels: Option<&'d Document>,
    /// Approved breaking changes.
    pub approvals: Option<&'d Document>,
    /// The approvals of the base.
    pub base_approvals: Option<&'d Document>,
}

impl<'d> Policy<'d> {
    /// Applies the decisions, and reports defects in their files, which are added to `sources`.
    pub fn apply(&self, changes: &mut [Change], sources: &mut Sources<'d>) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        if let Some(document) = self.levels {
            let (levels, wrong) = Levels::read(document, sources.add(document, None));
            levels.apply(changes);
            problems.extend(wrong);
        }
        if let Some(document) = self.approvals {
            let source = sources.add(document, None);
            let (approvals, wrong) = Approvals::read(document, source);
            problems.extend(wrong);
            let base = self.base_approvals;
            let base = base
                .map(|document| Approvals::read(document, source).0)
                .unwrap_or_default();
            problems.extend(approvals.apply(changes, &base, source));
        }
        problems
    }
}
