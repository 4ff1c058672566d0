use std::fmt;

use super::change::Edit;
use super::finding::Finding;
use super::schema::shown;
use super::witness::Witness;
use crate::{Diagnostic, Direction, Label, Pointer, Severity, SourceId};

/// Which document of a report is which side.
#[derive(Debug, Clone, Copy)]
pub struct Sides {
    /// The base.
    pub base: SourceId,
    /// The revision.
    pub revision: SourceId,
}

impl Finding {
    /// The finding as a report shows it: at the side that has the thing, with the other beside it.
    pub fn diagnostic(&self, sides: Sides) -> Diagnostic {
        let label = |pointer: &Pointer, source| match pointer.last() {
            Some(_) => Label::key(pointer.clone()).in_source(source),
            None => Label::value(pointer.clone()).in_source(source),
        };
        let base = label(&self.change.base, sides.base);
        let revision = label(&self.change.revision, sides.revision);
        let (primary, other) = match self.change.edit {
            Edit::Removed => (base, revision.saying("in the revision")),
            Edit::Added | Edit::Changed => (revision, base.saying("in the base")),
        };
        let (id, message) = (self.id.clone(), self.message.clone());
        let severity = match self.approval {
            Some(_) => Severity::Info,
            None => self.severity,
        };
        let mut diagnostic = Diagnostic::new(id, severity, message, primary).label(other);
        if let Some(users) = self.users() {
            diagnostic = diagnostic.note(format!("used by: {users}"));
        }
        match &self.witness {
            Some(Witness::Value(value)) => {
                let says = match self.site.direction {
                    Some(Direction::Response) => "the revision may send it, the base forbids it",
                    _ => "the base accepts it, the revision refuses it",
                };
                diagnostic = diagnostic.note(format!("witness: {}: {says}", shown(value)));
            }
            Some(Witness::None(reason)) => {
                diagnostic = diagnostic.note(format!("no witness: {reason}"));
            }
            None => {}
        }
        if let Some(reason) = &self.approval {
            diagnostic = diagnostic.note(format!("approved: {reason}"));
        } else if self.is_breaking() {
            diagnostic = diagnostic.note(format!("fingerprint: {}", self.fingerprint()));
        }
        diagnostic
    }

    /// The operations it is met in, as far as they fit a line.
    fn users(&self) -> Option<String> {
        const SHOWN: usize = 3;
        let names: Vec<String> = self.operations.iter().map(ToString::to_string).collect();
        match names.len() {
            0 => None,
            all if all <= SHOWN => Some(names.join(", ")),
            all => Some(format!(
                "{} and {} more",
                names[..SHOWN].join(", "),
                all - SHOWN
            )),
        }
    }
}

/// How many findings there are of each kind, in a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Changes that break a client that was right.
    pub breaking: usize,
    /// Changes that break one, and that somebody accepted.
    pub approved: usize,
    /// Changes that may break one.
    pub unsure: usize,
    /// Changes on the wire that break nobody.
    pub compatible: usize,
    /// Changes of words.
    pub documentation: usize,
}

impl Summary {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let mut summary = Self::default();
        for finding in findings {
            let count = match finding.severity {
                Severity::Error if finding.approval.is_some() => &mut summary.approved,
                Severity::Error => &mut summary.breaking,
                Severity::Warning => &mut summary.unsure,
                Severity::Info if finding.is_documentation() => &mut summary.documentation,
                Severity::Info => &mut summary.compatible,
            };
            *count += 1;
        }
        summary
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.breaking, "breaking"),
            (self.approved, "approved"),
            (self.unsure, "perhaps breaking"),
            (self.compatible, "compatible"),
            (self.documentation, "documentation"),
        ];
        let shown = counts.iter().filter(|(count, _)| *count > 0);
        let shown: Vec<String> = shown
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        f.write_str(if shown.is_empty() { "no changes" } else { "" })?;
        f.write_str(&shown.join(", "))
    }
}
