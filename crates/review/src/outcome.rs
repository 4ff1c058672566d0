use client_codegen::surface;
use oas::diff::{Change, Sides, Unreadable};
use oas::{Diagnostic, Severity, Sources};
use semver::Version;

use crate::cause::Cause;
use crate::input::Input;
use crate::version::Bump;

/// The result of a review.
#[derive(Debug)]
pub struct Outcome<'a> {
    pub(crate) input: Input<'a>,
    /// Changes on the wire, the most severe first.
    pub changes: Vec<Change>,
    /// Parts of the documents that could not be read and were not compared.
    pub unreadable: Vec<Unreadable>,
    /// Changes of the generated client, the most severe first.
    pub rust: Vec<RustChange>,
    /// Lint diagnostics that the base does not have.
    pub introduced: Vec<Diagnostic>,
    /// Diagnostics about approvals and custom severities.
    pub problems: Vec<Diagnostic>,
    /// The sources of `problems`.
    pub(crate) policy_sources: Sources<'a>,
    /// The version required by the change.
    pub verdict: Verdict,
}

/// A change of a public item of the generated client.
#[derive(Debug, PartialEq, Eq)]
pub struct RustChange {
    /// The change.
    pub change: surface::Change,
    /// The cause of the change.
    pub cause: Cause,
}

/// The version required by the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Kind of version bump.
    pub bump: Bump,
    /// The smallest sufficient version.
    pub needed: Version,
    /// Whether the declared version is sufficient.
    pub is_enough: bool,
}

impl<'a> Outcome<'a> {
    /// Whether the change requires no action.
    pub fn is_clean(&self) -> bool {
        let wire = self.changes.iter().any(Change::is_breaking);
        let mut others = self.introduced.iter().chain(&self.problems);
        let others = others.any(|one| one.severity == Severity::Error);
        let is_made = self.input.failure.is_none() && self.input.stale.is_empty();
        let is_compared = self.unreadable.iter().all(|one| one.is_fixed);
        !wire && !others && is_compared && is_made && self.verdict.is_enough
    }

    /// The two documents of the report, and their ids in it.
    pub(crate) fn sources(&self) -> (Sources<'a>, Sides) {
        let mut sources = Sources::default();
        let base = self.input.base.unwrap_or(self.input.revision);
        let sides = Sides {
            base: sources.add(base.document, Some("base")),
            revision: sources.add(self.input.revision.document, Some("revision")),
        };
        (sources, sides)
    }

    /// The ids of the two documents in the report.
    pub(crate) fn sides(&self) -> Sides {
        self.sources().1
    }

    /// Returns the changes of the Rust API that have this cause.
    pub(crate) fn caused(&self, cause: Cause) -> Vec<&RustChange> {
        let all = self.rust.iter();
        all.filter(|one| one.cause == cause).collect()
    }
}
