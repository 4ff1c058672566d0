use client_codegen::surface::Level;
use oas::Severity;
use oas::diff::{Change, Summary};

use crate::cause::Cause;
use crate::outcome::{Outcome, RustChange};
use crate::version::Bump;

/// The result in one line: the changes, then errors, then the version.
pub(crate) fn headline(outcome: &Outcome<'_>) -> String {
    let mut parts = Vec::new();
    let summary = Summary::of(&outcome.changes);
    if !outcome.changes.is_empty() {
        parts.push(summary.to_string());
    }
    if breaks_rust_only(outcome) {
        parts.push(match summary.breaking {
            0 => "breaking for Rust callers".to_owned(),
            _ => "other changes break Rust callers".to_owned(),
        });
    }
    let is_error = |one: &&oas::Diagnostic| one.severity == Severity::Error;
    match outcome.introduced.iter().filter(is_error).count() {
        0 => {}
        1 => parts.push("1 lint error".to_owned()),
        count => parts.push(format!("{count} lint errors")),
    }
    let input = &outcome.input;
    let failures = [
        (
            outcome.problems.iter().any(|one| is_error(&one)),
            "invalid approvals or configuration",
        ),
        (input.unreadable_base.is_some(), "base cannot be read"),
        (input.failure.is_some(), "no client can be generated"),
        (!input.stale.is_empty(), "generated files are stale"),
    ];
    let failures = failures.into_iter().filter(|(failed, _)| *failed);
    parts.extend(failures.map(|(_, text)| text.to_owned()));
    if parts.is_empty() {
        parts.push("no changes".to_owned());
    }
    format!("{} · {}", parts.join(", "), version(outcome))
}

/// Whether a change breaks Rust callers, but no client on the wire.
fn breaks_rust_only(outcome: &Outcome<'_>) -> bool {
    let breaks_wire = |one: &RustChange| match one.cause {
        Cause::Change(index) => outcome.changes.get(index).is_some_and(Change::is_breaking),
        Cause::Generator | Cause::Unknown => false,
    };
    let mut rust = outcome.rust.iter();
    rust.any(|one| one.change.level == Level::Major && !breaks_wire(one))
}

fn version(outcome: &Outcome<'_>) -> String {
    let release = outcome.input.release;
    match outcome.verdict.bump {
        _ if release.baseline.is_none() => "not released yet, no version bump required".to_owned(),
        Bump::None => "no version bump required".to_owned(),
        _ if outcome.verdict.is_enough => format!("version {} is sufficient", release.declared),
        _ => version_required(outcome),
    }
}

/// The packages, their declared version, and the required version.
pub(crate) fn version_required(outcome: &Outcome<'_>) -> String {
    let release = outcome.input.release;
    format!(
        "version bump required: {} {} → {}",
        release.packages.join(", "),
        release.declared,
        outcome.verdict.needed
    )
}

/// The reason for the required version, as a sentence.
pub(crate) fn version_reason(outcome: &Outcome<'_>) -> String {
    let Some(baseline) = &outcome.input.release.baseline else {
        return "There is no release yet: neither a tag nor a dated heading in CHANGELOG.md."
            .to_owned();
    };
    let (version, since) = (&baseline.version, &baseline.since);
    match outcome.verdict.bump {
        Bump::None => format!("No changes visible to callers since {version} (`{since}`)."),
        bump => format!(
            "The changes since {version} (`{since}`) require a {bump} version bump: {} or later.",
            outcome.verdict.needed
        ),
    }
}
