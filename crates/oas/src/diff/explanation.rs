use super::kinds::{Kind, ROWS};
use crate::diagnostic::Severity;
use crate::report::RuleInfo;

/// A kind of change with one of its subjects, as the catalogue explains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The id.
    pub id: String,
    /// The kind.
    pub kind: Kind,
    /// The most severe that it can be.
    pub severity: Severity,
}

impl Explanation {
    /// The reason for the severity.
    pub fn meaning(&self) -> &'static str {
        self.kind.row().meaning
    }

    /// The explanation, for formats that include it.
    pub fn info(&self) -> RuleInfo<'_> {
        RuleInfo {
            id: &self.id,
            summary: self.meaning(),
            documentation: self.meaning(),
            severity: self.severity,
            page: Some("crates/oas/changes.md"),
        }
    }
}

/// Every id of the catalogue, in its order.
pub fn explanations() -> Vec<Explanation> {
    let mut explanations = Vec::new();
    for row in ROWS {
        let (severity, _) = row.severities();
        explanations.extend(row.ids().into_iter().map(|id| Explanation {
            id,
            kind: row.kind,
            severity,
        }));
    }
    explanations
}
