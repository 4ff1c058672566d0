use std::cmp::Reverse;

use client_codegen::surface::Level;
use oas::diff::{self, Sides};
use oas::{Diagnostic, Document, Label, Pointer, Severity};

use crate::cause::Cause;
use crate::headline::{version_reason, version_required};
use crate::outcome::Outcome;

/// The diagnostics of a review, by origin.
pub(crate) struct Diagnostics {
    /// One per change, in the same order.
    pub(crate) wire: Vec<Diagnostic>,
    /// Unresolved references, whose targets were not compared.
    pub(crate) unresolved: Vec<Diagnostic>,
    /// An unreadable base, and an error of the generator.
    pub(crate) failures: Vec<Diagnostic>,
    pub(crate) version: Option<Diagnostic>,
    /// Rust changes without a cause in the document.
    pub(crate) uncaused: Vec<Diagnostic>,
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) introduced: Vec<Diagnostic>,
    pub(crate) stale: Option<Diagnostic>,
}

impl Diagnostics {
    /// Creates the diagnostics. `manifest` is the location of the declared version; `problems` are
    /// those of the outcome.
    pub(crate) fn new(
        outcome: &Outcome<'_>,
        sides: Sides,
        manifest: Option<Label>,
        problems: Vec<Diagnostic>,
    ) -> Self {
        let root = Label::value(Pointer::root().join("openapi")).in_source(sides.revision);
        Self {
            wire: wire(outcome, sides),
            unresolved: unresolved(outcome, sides),
            failures: failures(outcome, &root),
            version: version(outcome, manifest.unwrap_or_else(|| root.clone())),
            uncaused: uncaused(outcome, &root),
            problems,
            introduced: introduced(outcome, sides),
            stale: stale(outcome, root),
        }
    }

    /// Returns all diagnostics, errors first. The one about stale files is last: it usually results
    /// from the other errors, and code hosts show only the first few diagnostics.
    pub(crate) fn sorted(&self) -> Vec<Diagnostic> {
        let groups = [
            self.wire.as_slice(),
            &self.unresolved,
            &self.failures,
            self.version.as_slice(),
            &self.uncaused,
            &self.problems,
            &self.introduced,
        ];
        let mut all: Vec<Diagnostic> = groups.into_iter().flatten().cloned().collect();
        all.sort_by_key(|one| Reverse(one.severity));
        all.extend(self.stale.clone());
        all
    }
}

/// The changes on the wire, each with the changes of the Rust API that it causes.
fn wire(outcome: &Outcome<'_>, sides: Sides) -> Vec<Diagnostic> {
    let changes = outcome.changes.iter().enumerate();
    let diagnostics = changes.map(|(index, change)| {
        let mut diagnostic = change.diagnostic(sides);
        for one in outcome.caused(Cause::Change(index)) {
            diagnostic = diagnostic.note(format!("for Rust callers: {}", one.change));
        }
        diagnostic.shown_in(sides.revision)
    });
    diagnostics.collect()
}

fn unresolved(outcome: &Outcome<'_>, sides: Sides) -> Vec<Diagnostic> {
    let unreadable = outcome.unreadable.iter().map(|one| {
        let source = match one.side {
            diff::Side::Base => sides.base,
            diff::Side::Revision => sides.revision,
        };
        one.diagnostic(source).shown_in(sides.revision)
    });
    unreadable.collect()
}

fn failures(outcome: &Outcome<'_>, root: &Label) -> Vec<Diagnostic> {
    let base = outcome.input.unreadable_base.map(|why| {
        let message = format!("the base cannot be read, so nothing was compared: {why}");
        Diagnostic::new("base-unreadable", Severity::Warning, message, root.clone())
    });
    let generator = outcome.input.failure.map(|error| {
        let pointer = failed_part(error, outcome.input.revision.document);
        let label = pointer.map(|pointer| Label::value(pointer).in_source(root.source));
        let label = label.unwrap_or_else(|| root.clone());
        let message = format!("failed to {error}");
        Diagnostic::new("client-not-generated", Severity::Error, message, label)
    });
    base.into_iter().chain(generator).collect()
}

/// Returns the pointer of the part that cannot be generated, if the document has it.
fn failed_part(error: &client_codegen::Error, document: &Document) -> Option<Pointer> {
    use client_codegen::Error::{Missing, Part, Parts};
    let pointer = match error {
        Part { pointer, .. } | Missing { pointer, .. } => pointer,
        Parts(notes) => &notes.first()?.pointer,
        _ => return None,
    };
    let pointer = Pointer::from_reference(pointer)?;
    document.get(&pointer).is_some().then_some(pointer)
}

fn version(outcome: &Outcome<'_>, label: Label) -> Option<Diagnostic> {
    if outcome.verdict.is_enough {
        return None;
    }
    let message = version_required(outcome);
    let diagnostic = Diagnostic::new("version-insufficient", Severity::Error, message, label);
    let diagnostic = diagnostic.note(version_reason(outcome));
    Some(
        diagnostic.help("run `cargo xtask release --bump` to update the version in every manifest"),
    )
}

fn uncaused(outcome: &Outcome<'_>, root: &Label) -> Vec<Diagnostic> {
    let changes = outcome.rust.iter().filter_map(|one| {
        let note = one.cause.note()?;
        let severity = match one.change.level {
            Level::Major => Severity::Error,
            Level::Minor | Level::Patch => Severity::Info,
        };
        let message = format!("for Rust callers: {}", one.change);
        let diagnostic = Diagnostic::new("rust-surface-changed", severity, message, root.clone());
        Some(diagnostic.note(note))
    });
    changes.collect()
}

/// The new lint diagnostics, with the source ids of this report instead of the linter's.
fn introduced(outcome: &Outcome<'_>, sides: Sides) -> Vec<Diagnostic> {
    let mut introduced = outcome.introduced.clone();
    for diagnostic in &mut introduced {
        let secondary = diagnostic.secondary.iter_mut();
        for label in std::iter::once(&mut diagnostic.primary).chain(secondary) {
            label.source = label.source.after(sides.base);
        }
    }
    introduced.sort_by_key(|one| Reverse(one.severity));
    introduced
}

fn stale(outcome: &Outcome<'_>, root: Label) -> Option<Diagnostic> {
    let (message, listed): (_, &[String]) = match outcome.input.stale {
        [] => return None,
        [path] => (format!("`{path}` is stale"), &[]),
        paths => (format!("{} generated files are stale", paths.len()), paths),
    };
    let mut diagnostic = Diagnostic::new("generated-file-stale", Severity::Error, message, root);
    for path in listed {
        diagnostic = diagnostic.note(format!("`{path}`"));
    }
    Some(diagnostic.help("run `cargo xtask generate`"))
}
