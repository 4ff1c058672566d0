use std::fmt;

use super::change::Change;
use super::relation::Edit;
use super::site::Part;
use super::witness::Witness;
use crate::diagnostic::{Diagnostic, Label, Severity, SourceId};
use crate::pointer::Pointer;
use crate::validator::Direction;

/// The documents of a report.
#[derive(Debug, Clone, Copy)]
pub struct Sides {
    /// The base.
    pub base: SourceId,
    /// The revision.
    pub revision: SourceId,
}

impl Change {
    /// The diagnostic, located on the side that has the changed part; the other side is a second
    /// label.
    pub fn diagnostic(&self, sides: Sides) -> Diagnostic {
        let label = |pointer: &Pointer, source| {
            // An item of a list has no key, and neither has the document.
            Label::key(pointer.clone()).in_source(source)
        };
        let base = label(&self.difference.base, sides.base);
        let revision = label(&self.difference.revision, sides.revision);
        let (primary, other) = match self.difference.edit {
            Edit::Removed => (base, revision.with_message("in the revision")),
            Edit::Added | Edit::Changed => (revision, base.with_message("in the base")),
        };
        let (id, message) = (self.id.clone(), self.message.clone());
        let severity = match self.approval {
            Some(_) => Severity::Info,
            None => self.severity,
        };
        let mut diagnostic = Diagnostic::new(id, severity, message, primary).label(other);
        let is_in_place = matches!(self.site.part, Part::Component { .. });
        if let Some(component) = self.component().filter(|_| !is_in_place) {
            diagnostic = diagnostic.note(format!("component: `{component}`"));
        }
        if let Some(users) = self.users() {
            diagnostic = diagnostic.note(format!("used by: {users}"));
        }
        match &self.witness {
            Some(Witness::Value(value)) => {
                let meaning = match self.site.direction {
                    Some(Direction::Response) => "allowed by the revision, not by the base",
                    _ => "accepted by the base, rejected by the revision",
                };
                diagnostic = diagnostic.note(format!("witness: {value}: {meaning}"));
            }
            Some(Witness::None(reason)) => {
                diagnostic = diagnostic.note(format!("no witness: {reason}"));
            }
            Some(Witness::NotFound) => {
                let reason =
                    "no value was found that only one side accepts; the change may have no effect";
                diagnostic = diagnostic.note(format!("no witness: {reason}"));
            }
            None => {}
        }
        diagnostic = self.with_properties(diagnostic);
        if let Some(reason) = &self.approval {
            diagnostic = diagnostic.note(format!("approved: {reason}"));
        } else if self.is_breaking() {
            diagnostic = diagnostic.note(format!("fingerprint: {}", self.fingerprint()));
        }
        diagnostic
    }

    /// Adds the content of the notes as fields.
    fn with_properties(&self, diagnostic: Diagnostic) -> Diagnostic {
        let mut diagnostic = diagnostic.property("fingerprint", self.fingerprint());
        if let Some(component) = self.component() {
            diagnostic = diagnostic.property("component", component);
        }
        let operations: Vec<String> = self.operations.iter().map(ToString::to_string).collect();
        if !operations.is_empty() {
            diagnostic = diagnostic.property("operations", operations);
        }
        let direction = self.site.direction.map(|direction| match direction {
            Direction::Request => "request",
            Direction::Response => "response",
        });
        if let Some(direction) = direction {
            diagnostic = diagnostic.property("direction", direction);
        }
        if let Some(Witness::Value(value)) = &self.witness {
            diagnostic = diagnostic.property("witness", value.clone());
        }
        if !self.renames().is_empty() {
            let renames = self.renames().iter();
            let renames = renames.map(|(base, revision)| {
                serde_json::json!({"base": base.as_str(), "revision": revision.as_str()})
            });
            diagnostic = diagnostic.property("renames", renames.collect::<Vec<_>>());
        }
        diagnostic
    }

    /// The operations in which it occurs, as far as they fit a line.
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

/// Number of changes by severity, in a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Changes that break an existing client.
    pub breaking: usize,
    /// Breaking changes that are approved.
    pub approved: usize,
    /// Changes that may break one.
    pub unsure: usize,
    /// Changes that break no client.
    pub compatible: usize,
    /// Changes of documentation.
    pub documentation: usize,
}

impl Summary {
    /// Counts changes.
    pub fn of(changes: &[Change]) -> Self {
        let mut summary = Self::default();
        for change in changes {
            let count = match change.severity {
                Severity::Error if change.approval.is_some() => &mut summary.approved,
                Severity::Error => &mut summary.breaking,
                Severity::Warning => &mut summary.unsure,
                Severity::Info if change.is_documentation() => &mut summary.documentation,
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
            (self.unsure, "potentially breaking"),
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
