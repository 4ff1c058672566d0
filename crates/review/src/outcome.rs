use client_codegen::surface::{self, Level, Part};
use oas::diff::{
    self, Change, Diff, Explanation, Options, Policy, Sides, Summary, Unreadable, explanations,
};
use oas::lint::RULES;
use oas::report::{Format, Report, RuleInfo};
use oas::{Diagnostic, Document, Label, Pointer, Severity, Sources};
use semver::Version;

use crate::cause::{Cause, Causes};
use crate::{Bump, Input, Release, Side, json, lint, markdown};

/// The result of a review.
#[derive(Debug)]
pub struct Outcome<'a> {
    pub(crate) input: Input<'a>,
    /// Changes on the wire, the most severe first.
    pub changes: Vec<Change>,
    /// Parts of the documents that could not be read, and were not compared.
    pub unreadable: Vec<Unreadable>,
    /// Changes of the generated client, the most severe first.
    pub rust: Vec<RustChange>,
    /// Lint diagnostics that the base does not have.
    pub introduced: Vec<Diagnostic>,
    /// Diagnostics about approvals and chosen severities.
    pub problems: Vec<Diagnostic>,
    /// The documents that the problems are in.
    decided: Sources<'a>,
    /// The version required by the change.
    pub verdict: Verdict,
}

/// A change of a public item of the generated client.
#[derive(Debug, PartialEq, Eq)]
pub struct RustChange {
    /// The change.
    pub change: surface::Change,
    /// The reason for it.
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

/// Reviews a change.
///
/// # Errors
///
/// If the source of a generated client is not Rust.
pub fn review(input: Input<'_>) -> Result<Outcome<'_>, client_codegen::Error> {
    let compared = match input.base {
        Some(base) => compare(base, input.revision, &input),
        None => Diff::default(),
    };
    let (mut changes, unreadable) = (compared.changes, compared.unreadable);
    let mut decided = Sources::default();
    let mut problems = input.policy.apply(&mut changes, &mut decided);
    problems.extend(lint::weakenings(&input, &mut decided));
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
        decided,
        verdict,
    })
}

/// The diagnostics of a review, by origin.
pub(crate) struct Diagnostics {
    /// One per change, in the same order.
    pub(crate) wire: Vec<Diagnostic>,
    /// Rust changes without a cause in the document, the version, the generator.
    pub(crate) client: Vec<Diagnostic>,
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) introduced: Vec<Diagnostic>,
    pub(crate) stale: Option<Diagnostic>,
}

impl Diagnostics {
    /// Returns all diagnostics, errors first, and the one about generated files last: it disappears
    /// by itself once the rest is fixed, and code hosts show only the first few.
    fn sorted(&self) -> Vec<Diagnostic> {
        let groups = [&self.wire, &self.client, &self.problems, &self.introduced];
        let mut all: Vec<Diagnostic> = groups.into_iter().flatten().cloned().collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.severity));
        all.extend(self.stale.clone());
        all
    }
}

impl Outcome<'_> {
    /// Whether the change requires no action.
    pub fn is_clean(&self) -> bool {
        let wire = self.changes.iter().any(Change::is_breaking);
        let mut others = self.introduced.iter().chain(&self.problems);
        let others = others.any(|one| one.severity == Severity::Error);
        let is_made = self.input.failure.is_none() && self.input.stale.is_empty();
        let is_compared = self.unreadable.iter().all(|one| one.is_fixed);
        !wire && !others && is_compared && is_made && self.verdict.is_enough
    }

    /// The review as text. Only [`Format::Human`] has colour, as ANSI escapes.
    pub fn render(&self, format: Format, color: bool) -> String {
        let (mut sources, sides) = self.sources();
        for published in self.input.revision.published.unwrap_or_default() {
            sources.add(published, None);
        }
        let manifest = self.input.release.manifest;
        let manifest = manifest
            .map(|(document, span)| Label::span(span).in_source(sources.add(document, None)));
        let mut problems = self.problems.clone();
        sources.append(self.decided.clone(), &mut problems);
        let diagnostics = self.diagnostics(sides, manifest, problems);
        if format == Format::Markdown {
            return markdown::render(self, &diagnostics, &sources);
        }
        let explanations = match format {
            Format::Sarif | Format::Json => explanations(),
            _ => Vec::new(),
        };
        let kinds = explanations.iter().map(Explanation::info);
        let rules: Vec<RuleInfo<'_>> = kinds.chain(RULES.iter().map(|rule| rule.info())).collect();
        let report = Report {
            sources: &sources,
            diagnostics: &diagnostics.sorted(),
            rules: &rules,
        };
        match format {
            Format::Json => json::render(self, &report),
            Format::Human => format!("{}{}\n", report.render(format, color), self.headline()),
            Format::Sarif | Format::Github | Format::Markdown => report.render(format, color),
        }
    }

    fn sources(&self) -> (Sources<'_>, Sides) {
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

    fn diagnostics(
        &self,
        sides: Sides,
        manifest: Option<Label>,
        problems: Vec<Diagnostic>,
    ) -> Diagnostics {
        let wire = self.changes.iter().enumerate().map(|(index, change)| {
            let caused = self.caused(Cause::Change(index));
            let diagnostic = caused
                .iter()
                .fold(change.diagnostic(sides), |diagnostic, one| {
                    diagnostic.note(format!("for Rust callers: {}", one.change))
                });
            diagnostic.shown_in(sides.revision)
        });
        let root = Label::value(Pointer::root().join("openapi")).in_source(sides.revision);
        let unresolved = self.unreadable.iter().map(|one| {
            let source = match one.side {
                diff::Side::Base => sides.base,
                diff::Side::Revision => sides.revision,
            };
            one.diagnostic(source).shown_in(sides.revision)
        });
        let unreadable = self.input.unreadable_base.map(|why| {
            let message = format!("the base cannot be read, so nothing was compared: {why}");
            Diagnostic::new("base-unreadable", Severity::Warning, message, root.clone())
        });
        let uncaused = self.rust.iter().filter_map(|one| {
            let note = one.cause.note()?;
            let severity = match one.change.level {
                Level::Major => Severity::Error,
                Level::Minor | Level::Patch => Severity::Info,
            };
            let message = format!("for Rust callers: {}", one.change);
            Some(
                Diagnostic::new("rust-surface-changed", severity, message, root.clone()).note(note),
            )
        });
        let version = (!self.verdict.is_enough).then(|| {
            let place = manifest.unwrap_or_else(|| root.clone());
            let message = self.version_required();
            Diagnostic::new("version-insufficient", Severity::Error, message, place)
                .note(self.version_reason())
                .help("run `cargo xtask release --bump`, which raises it in every manifest")
        });
        let failure = self.input.failure.map(|error| {
            let place = part(error, self.input.revision.document);
            let place = place.map(|pointer| Label::value(pointer).in_source(sides.revision));
            let place = place.unwrap_or_else(|| root.clone());
            let message = format!("failed to {error}");
            Diagnostic::new("client-not-generated", Severity::Error, message, place)
        });
        let introduced = self.introduced.iter().cloned();
        let stale = match self.input.stale {
            [] => None,
            [path] => Some(format!("`{path}` is stale")),
            paths => Some(format!("{} generated files are stale", paths.len())),
        };
        let stale = stale.map(|message| {
            let diagnostic = Diagnostic::new(
                "generated-file-stale",
                Severity::Error,
                message,
                root.clone(),
            );
            let paths = match self.input.stale {
                [_] => &[],
                paths => paths,
            };
            let diagnostic = paths.iter().fold(diagnostic, |diagnostic, path| {
                diagnostic.note(format!("`{path}`"))
            });
            diagnostic.help("run `cargo xtask generate`")
        });
        let introduced = introduced.map(|one| revised(one, sides));
        let mut introduced: Vec<Diagnostic> = introduced.collect();
        introduced.sort_by_key(|one| std::cmp::Reverse(one.severity));
        Diagnostics {
            wire: wire.collect(),
            client: unresolved
                .chain(unreadable)
                .chain(failure)
                .chain(version)
                .chain(uncaused)
                .collect(),
            problems,
            introduced,
            stale,
        }
    }

    /// Returns the changes of the Rust API with a cause.
    pub(crate) fn caused(&self, cause: Cause) -> Vec<&RustChange> {
        let all = self.rust.iter();
        all.filter(|one| one.cause == cause).collect()
    }

    /// The result in one line: the changes, then errors, then the version.
    pub(crate) fn headline(&self) -> String {
        let mut parts = Vec::new();
        let summary = Summary::of(&self.changes);
        let breaks_wire = |one: &RustChange| match one.cause {
            Cause::Change(index) => self.changes.get(index).is_some_and(Change::is_breaking),
            Cause::Generator | Cause::Unknown => false,
        };
        let mut rust = self.rust.iter();
        let breaks_rust = rust.any(|one| one.change.level == Level::Major && !breaks_wire(one));
        if !self.changes.is_empty() {
            parts.push(summary.to_string());
        }
        if breaks_rust {
            parts.push(match summary.breaking {
                0 => "breaking for Rust callers".to_owned(),
                _ => "more changes break Rust callers".to_owned(),
            });
        }
        let lint = self.introduced.iter();
        match lint.filter(|one| one.severity == Severity::Error).count() {
            0 => {}
            1 => parts.push("1 lint error".to_owned()),
            count => parts.push(format!("{count} lint errors")),
        }
        let problems = self.problems.iter();
        if problems
            .filter(|one| one.severity == Severity::Error)
            .count()
            > 0
        {
            parts.push("invalid approvals or configuration".to_owned());
        }
        if self.input.unreadable_base.is_some() {
            parts.push("base not readable".to_owned());
        }
        if self.input.failure.is_some() {
            parts.push("no client can be generated".to_owned());
        }
        if !self.input.stale.is_empty() {
            parts.push("generated files are stale".to_owned());
        }
        if parts.is_empty() {
            parts.push("no changes".to_owned());
        }
        let version = match (&self.verdict, &self.input.release.baseline) {
            (_, None) => "not released yet, no version bump required".to_owned(),
            (
                Verdict {
                    bump: Bump::None, ..
                },
                _,
            ) => "no version bump required".to_owned(),
            (
                Verdict {
                    is_enough: true, ..
                },
                _,
            ) => {
                format!("version {} is sufficient", self.input.release.declared)
            }
            _ => self.version_required(),
        };
        format!("{} · {version}", parts.join(", "))
    }

    fn version_required(&self) -> String {
        let Release {
            packages, declared, ..
        } = self.input.release;
        let needed = &self.verdict.needed;
        format!(
            "version bump required: {} {declared} → {needed}",
            packages.join(", ")
        )
    }

    /// Returns the change that the version is required for, as a sentence.
    pub(crate) fn version_reason(&self) -> String {
        let Some(baseline) = &self.input.release.baseline else {
            return "There is no release yet: neither a tag nor a dated heading in CHANGELOG.md."
                .to_owned();
        };
        let (version, since) = (&baseline.version, &baseline.since);
        match self.verdict.bump {
            Bump::None => {
                format!("No change since {version} (`{since}`) that a caller could notice.")
            }
            bump => format!(
                "The changes since {version} (`{since}`) require a {bump} version bump: {} or later.",
                self.verdict.needed
            ),
        }
    }
}

/// Returns the pointer of the part that cannot be generated, if the document has it.
fn part(error: &client_codegen::Error, document: &Document) -> Option<Pointer> {
    use client_codegen::Error::{Missing, Part, Parts};
    let pointer = match error {
        Part { pointer, .. } | Missing { pointer, .. } => pointer,
        Parts(notes) => &notes.first()?.pointer,
        _ => return None,
    };
    let pointer = Pointer::from_reference(pointer)?;
    document.get(&pointer).is_some().then_some(pointer)
}

/// A diagnostic of the linter refers to the first document of its own report; here that is the
/// revision.
fn revised(mut diagnostic: Diagnostic, sides: Sides) -> Diagnostic {
    let labels = std::iter::once(&mut diagnostic.primary).chain(&mut diagnostic.secondary);
    labels.for_each(|label| label.source = label.source.after(sides.base));
    diagnostic
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

/// Compares two clients. A side without a client has no callers to break.
pub(crate) fn surfaces(
    base: Option<&[Part]>,
    revision: Option<&[Part]>,
) -> Result<Vec<surface::Change>, client_codegen::Error> {
    let (Some(base), Some(revision)) = (base, revision) else {
        return Ok(Vec::new());
    };
    let mut changes = surface::compare(base, revision)?;
    changes.sort_by_key(|change| std::cmp::Reverse(change.level));
    Ok(changes)
}

/// A change that breaks clients on the wire is major even if the Rust API is unchanged: callers
/// compile, but fail.
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
