use client_codegen::surface::{self, Level};
use oas::diff::{Finding, Options, Sides, Summary, diff};
use oas::report::{Format, Report};
use oas::{Diagnostic, Label, Pointer, Severity, Sources};
use semver::Version;

use crate::cause::Causes;
use crate::{Bump, Input, Side, json, lint, markdown};

/// What came of a review.
#[derive(Debug)]
pub struct Outcome<'a> {
    pub(crate) input: Input<'a>,
    /// What changed on the wire, the gravest first.
    pub findings: Vec<Finding>,
    /// What changed for Rust callers, the gravest first.
    pub rust: Vec<RustChange>,
    /// What the rules find that the base does not have.
    pub introduced: Vec<Diagnostic>,
    /// What the version has to say.
    pub verdict: Verdict,
}

/// A change of the generated client's public items.
#[derive(Debug)]
pub struct RustChange {
    /// The change.
    pub change: surface::Change,
    /// Which of the findings it comes from; `None` where the document is not the cause: a new version of the generator.
    pub cause: Option<usize>,
}

/// What the version has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How much of a new version the change takes.
    pub bump: Bump,
    /// The smallest version that says as much.
    pub needed: Version,
    /// Whether the declared version is at least that one.
    pub is_enough: bool,
}

/// Reviews a change.
///
/// # Errors
/// When the source of a generated client is not Rust.
pub fn review(input: Input<'_>) -> Result<Outcome<'_>, client_codegen::Error> {
    let findings = compare(input.base, input.revision, &input);
    let changes = surfaces(input.base, input.revision)?;
    let causes = Causes::new(input.base, input.revision);
    let rust = changes.into_iter().map(|change| RustChange {
        cause: causes.of(&change, &findings),
        change,
    });
    let rust: Vec<RustChange> = rust.collect();
    let bump = match input.released {
        None => bump(&findings, rust.iter().map(|one| one.change.level)),
        Some(released) => {
            let changes = surfaces(released, input.revision)?;
            let findings = compare(released, input.revision, &input);
            bump(&findings, changes.iter().map(|change| change.level))
        }
    };
    let verdict = Verdict {
        bump,
        needed: input.package.needs(bump),
        is_enough: input.package.is_enough(bump),
    };
    Ok(Outcome {
        introduced: lint::introduced(&input),
        input,
        findings,
        rust,
        verdict,
    })
}

impl Outcome<'_> {
    /// Whether there is nothing that somebody has to do something about.
    pub fn is_clean(&self) -> bool {
        let wire = self.findings.iter().any(Finding::is_breaking);
        let mut lint = self.introduced.iter();
        let lint = lint.any(|finding| finding.severity == Severity::Error);
        !wire && !lint && self.verdict.is_enough && self.input.stale.is_empty()
    }

    /// The review as text. Only [`Format::Human`] has colour, as ANSI escapes.
    pub fn render(&self, format: Format, color: bool) -> String {
        let mut sources = Sources::default();
        let sides = Sides {
            base: sources.add(self.input.base.document, Some("base")),
            revision: sources.add(self.input.revision.document, Some("revision")),
        };
        for published in self.input.revision.published.unwrap_or_default() {
            sources.add(published, None);
        }
        let diagnostics = self.diagnostics(sides);
        let report = Report {
            sources: &sources,
            diagnostics: &diagnostics,
            rules: &[],
        };
        match format {
            Format::Markdown => markdown::render(self, &report),
            Format::Json => json::render(self, &report),
            Format::Human => report.render(format, color) + &self.verdict_lines(),
            Format::Sarif | Format::Github => report.render(format, color),
        }
    }

    /// Everything that was found, as one list: wire and Rust together, then what only Rust callers notice, then the rules.
    pub(crate) fn diagnostics(&self, sides: Sides) -> Vec<Diagnostic> {
        let wire = self.findings.iter().enumerate().map(|(index, finding)| {
            let caused = self.rust.iter().filter(|one| one.cause == Some(index));
            caused.fold(finding.diagnostic(sides), |diagnostic, one| {
                diagnostic.note(format!("for Rust callers: {}", one.change))
            })
        });
        let root = Label::value(Pointer::root().join("openapi")).in_source(sides.revision);
        let uncaused = self.rust.iter().filter(|one| one.cause.is_none());
        let uncaused = uncaused.map(|one| {
            let severity = match one.change.level {
                Level::Major => Severity::Error,
                Level::Minor | Level::Patch => Severity::Info,
            };
            let message = format!("for Rust callers: {}", one.change);
            Diagnostic::new("rust-surface-changed", severity, message, root.clone())
                .note("nothing in the document explains it: was the generator changed?")
        });
        let place = Label::value(Pointer::root().join("info").join("version"));
        let place = place.in_source(sides.revision);
        let version = (!self.verdict.is_enough).then(|| {
            let message = self.version_line();
            Diagnostic::new("version-insufficient", Severity::Error, message, place)
                .help("raise `version` in the package's Cargo.toml")
        });
        let stale = self.input.stale.iter().map(|path| {
            let message = format!("{path} is stale");
            Diagnostic::new(
                "generated-file-stale",
                Severity::Error,
                message,
                root.clone(),
            )
            .help("run `cargo xtask generate`")
        });
        let introduced = self
            .introduced
            .iter()
            .cloned()
            .map(|finding| revised(finding, sides));
        let all = wire.chain(uncaused).chain(version).chain(stale);
        all.chain(introduced).collect()
    }

    /// The verdict in a line for the document, and one for the package.
    pub(crate) fn verdict_lines(&self) -> String {
        let summary = Summary::of(&self.findings);
        format!("{summary} · {}\n", self.version_line())
    }

    pub(crate) fn version_line(&self) -> String {
        let package = self.input.package;
        let (name, declared, since) = (&package.name, &package.declared, &package.since);
        match (&self.verdict, &package.before) {
            (
                Verdict {
                    bump: Bump::None, ..
                },
                _,
            ) => {
                format!("{name} {declared}: no new version needed since {since}")
            }
            (
                Verdict {
                    is_enough: true,
                    needed,
                    bump,
                },
                before,
            ) => {
                format!(
                    "{name} {declared}: enough for a {bump} change since {before} ({since}), which needs {needed}"
                )
            }
            (Verdict { needed, bump, .. }, before) => {
                format!(
                    "{name} {declared}: needs {needed} for a {bump} change since {before} ({since})"
                )
            }
        }
    }
}

/// A finding of the rules is in the first document of its own report; here that is the revision.
fn revised(mut finding: Diagnostic, sides: Sides) -> Diagnostic {
    let labels = std::iter::once(&mut finding.primary).chain(&mut finding.secondary);
    labels.for_each(|label| label.source = label.source.after(sides.base));
    finding
}

fn compare(base: Side<'_>, revision: Side<'_>, input: &Input<'_>) -> Vec<Finding> {
    let options = Options::new(input.today);
    diff(base.document, revision.document, &options)
}

/// A side without a client has nobody to break.
fn surfaces(
    base: Side<'_>,
    revision: Side<'_>,
) -> Result<Vec<surface::Change>, client_codegen::Error> {
    let (Some(base), Some(revision)) = (base.client, revision.client) else {
        return Ok(Vec::new());
    };
    let mut changes = surface::compare(base, revision)?;
    changes.sort_by_key(|change| std::cmp::Reverse(change.level));
    Ok(changes)
}

/// A change on the wire that breaks clients is a major one also where the Rust API stays: what compiled works no longer.
fn bump(findings: &[Finding], rust: impl Iterator<Item = Level>) -> Bump {
    let wire = findings.iter().map(|finding| match finding.severity {
        Severity::Error => Bump::Major,
        Severity::Warning => Bump::Minor,
        Severity::Info if finding.is_documentation() => Bump::None,
        Severity::Info => Bump::Patch,
    });
    let rust = rust.map(|level| match level {
        Level::Major => Bump::Major,
        Level::Minor => Bump::Minor,
        Level::Patch => Bump::Patch,
    });
    wire.chain(rust).max().unwrap_or(Bump::None)
}
