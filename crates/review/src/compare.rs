use client_codegen::surface::{self, Level};
use oas::diff::{self, Change, Diff, Options, Policy};
use oas::{Severity, Sources};

use crate::cause::Causes;
use crate::input::{Input, Side};
use crate::lint;
use crate::outcome::{Outcome, RustChange, Verdict};
use crate::surfaces::surfaces;
use crate::version::Bump;

/// Reviews a change.
///
/// # Errors
/// When the source of a generated client is not Rust.
pub fn review(input: Input<'_>) -> Result<Outcome<'_>, client_codegen::Error> {
    let compared = match input.base {
        Some(base) => compare(base, input.revision, &input),
        None => Diff::default(),
    };
    let (mut changes, unreadable) = (compared.changes, compared.unreadable);
    let mut policy_sources = Sources::default();
    let mut problems = input.policy.apply(&mut changes, &mut policy_sources);
    problems.extend(lint::weakenings(&input, &mut policy_sources));
    let rust = match input.base {
        Some(base) => rust_changes(base, input.revision, &changes)?,
        None => Vec::new(),
    };
    let bump = match (input.released, &input.release.baseline) {
        // No version is required before the first release.
        (_, None) => Bump::None,
        (None, Some(_)) => bump(&changes, rust.iter().map(|one| one.change.level)),
        (Some(released), Some(_)) => {
            let changes = surfaces(released.client, input.revision.client)?;
            let mut wire = compare(released, input.revision, &input).changes;
            let levels = Policy {
                levels: input.policy.levels,
                ..Policy::default()
            };
            levels.apply(&mut wire, &mut Sources::default());
            bump(&wire, changes.iter().map(|change| change.level))
        }
    };
    let verdict = Verdict {
        bump,
        needed: input.release.required(bump),
        is_enough: input.release.is_sufficient(bump),
    };
    Ok(Outcome {
        introduced: lint::introduced(&input),
        input,
        changes,
        unreadable,
        rust,
        problems,
        policy_sources,
        verdict,
    })
}

fn compare(base: Side<'_>, revision: Side<'_>, input: &Input<'_>) -> Diff {
    let options = Options::new(input.today);
    diff::diff(base.document, revision.document, &options)
}

/// Returns the changes of the Rust API with their causes.
fn rust_changes(
    base: Side<'_>,
    revision: Side<'_>,
    wire: &[Change],
) -> Result<Vec<RustChange>, client_codegen::Error> {
    let causes = Causes::new(base, revision)?;
    let changes = surfaces(base.client, revision.client)?;
    let renames = causes.renames(&changes, wire);
    let changes = match (base.client, revision.client) {
        (Some(base), Some(revision)) if !renames.is_empty() => {
            let mut changes = surface::compare_renamed(base, revision, &renames)?;
            changes.sort_by_key(|change| std::cmp::Reverse(change.level));
            changes
        }
        _ => changes,
    };
    let rust = changes.into_iter().map(|change| RustChange {
        cause: causes.of(&change, wire),
        change,
    });
    Ok(rust.collect())
}

/// Returns the required bump. A change that breaks clients on the wire is major even if the Rust
/// API is unchanged: callers still compile, but fail at runtime.
fn bump(changes: &[Change], rust: impl Iterator<Item = Level>) -> Bump {
    let wire = changes.iter().map(|change| match change.severity {
        Severity::Error => Bump::Major,
        Severity::Warning => Bump::Minor,
        Severity::Info if change.is_documentation() => Bump::None,
        Severity::Info => Bump::Patch,
    });
    let rust = rust.map(|level| match level {
        Level::Major => Bump::Major,
        Level::Minor => Bump::Minor,
        Level::Patch => Bump::Patch,
    });
    wire.chain(rust).max().unwrap_or(Bump::None)
}
