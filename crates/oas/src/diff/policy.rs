use super::approvals::Approvals;
use super::finding::Finding;
use super::levels::Levels;
use crate::{Diagnostic, Document, Sources};

/// What was decided about changes beforehand, each in a file of its own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Policy<'d> {
    /// The severities that were chosen for kinds of change.
    pub levels: Option<&'d Document>,
    /// The breaking changes that were accepted.
    pub approvals: Option<&'d Document>,
    /// Those that the base accepts already.
    pub base_approvals: Option<&'d Document>,
}

impl<'d> Policy<'d> {
    /// Judges the findings by what was decided, and tells what is wrong with that, in `sources`.
    pub fn apply(&self, findings: &mut [Finding], sources: &mut Sources<'d>) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        if let Some(document) = self.levels {
            let (levels, wrong) = Levels::read(document, sources.add(document, None));
            levels.apply(findings);
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
            problems.extend(approvals.apply(findings, &base, source));
        }
        problems
    }
}
