use client_codegen::surface::{self, Level};
use oas::diff::{Explanation, Finding, Options, Policy, Sides, Summary, diff, explanations};
use oas::lint::RULES;
use oas::report::{Format, Report, RuleInfo};
use oas::{Diagnostic, Label, Pointer, Severity, Sources};
use semver::Version;

use crate::cause::Causes;
use crate::{Bump, Input, Package, Side, json, lint, markdown};

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
    /// What is wrong with what was decided beforehand.
    pub problems: Vec<Diagnostic>,
    /// The documents that the problems are in.
    decided: Sources<'a>,
    /// What the version has to say.
    pub verdict: Verdict,
}

/// A change of the generated client's public items.
#[derive(Debug, PartialEq, Eq)]
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
    let mut findings = compare(input.base, input.revision, &input);
    let mut decided = Sources::default();
    let problems = input.policy.apply(&mut findings, &mut decided);
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
            let mut findings = compare(released, input.revision, &input);
            let levels = Policy {
                levels: input.policy.levels,
                ..Policy::default()
            };
            levels.apply(&mut findings, &mut Sources::default());
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
        problems,
        decided,
        verdict,
    })
}

impl Outcome<'_> {
    /// Whether there is nothing that somebody has to do something about.
    pub fn is_clean(&self) -> bool {
        let wire = self.findings.iter().any(Finding::is_breaking);
        let mut others = self.introduced.iter().chain(&self.problems);
        let others = others.any(|finding| finding.severity == Severity::Error);
        let is_made = self.input.failure.is_none() && self.input.stale.is_empty();
        !wire && !others && is_made && self.verdict.is_enough
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
        let mut problems = self.problems.clone();
        sources.append(self.decided.clone(), &mut problems);
        let mut diagnostics = self.diagnostics(sides, problems);
        if matches!(format, Format::Github | Format::Sarif) {
            let shown = diagnostics.into_iter();
            diagnostics = shown.map(|one| one.shown_in(sides.revision)).collect();
        }
        let explanations = match format {
            Format::Sarif => explanations(),
            _ => Vec::new(),
        };
        let kinds = explanations.iter().map(Explanation::info);
        let rules: Vec<RuleInfo<'_>> = kinds.chain(RULES.iter().map(|rule| rule.info())).collect();
        let report = Report {
            sources: &sources,
            diagnostics: &diagnostics,
            rules: &rules,
        };
        match format {
            Format::Markdown => markdown::render(self, &report),
            Format::Json => json::render(self, &report),
            Format::Human => format!("{}{}\n", report.render(format, color), self.verdict_line()),
            Format::Sarif | Format::Github => report.render(format, color),
        }
    }

    /// Everything that was found, as one list: wire and Rust together, then what only Rust callers notice, then the rules.
    fn diagnostics(&self, sides: Sides, problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
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
            let Package { name, declared, .. } = self.input.package;
            let needed = &self.verdict.needed;
            let message = format!("{name} is {declared} and needs {needed}");
            Diagnostic::new("version-insufficient", Severity::Error, message, place)
                .note(self.version_reason())
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
        let failure = self.input.failure.map(|why| {
            let message = format!("no client can be generated: {why}");
            Diagnostic::new(
                "client-not-generated",
                Severity::Error,
                message,
                root.clone(),
            )
        });
        let introduced = self
            .introduced
            .iter()
            .cloned()
            .map(|finding| revised(finding, sides));
        let all = wire.chain(uncaused).chain(version).chain(stale);
        all.chain(failure)
            .chain(problems)
            .chain(introduced)
            .collect()
    }

    /// The changes for Rust callers that come from one of the findings, or from none.
    pub(crate) fn caused(&self, cause: Option<usize>) -> Vec<&RustChange> {
        let all = self.rust.iter();
        all.filter(|one| one.cause == cause).collect()
    }

    /// The verdict in a line: the document, then the package.
    pub(crate) fn verdict_line(&self) -> String {
        let summary = Summary::of(&self.findings);
        let breaks_wire = |one: &RustChange| {
            let cause = one.cause.and_then(|index| self.findings.get(index));
            cause.is_some_and(Finding::is_breaking)
        };
        let mut rust = self.rust.iter();
        let breaks_rust = rust.any(|one| one.change.level == Level::Major && !breaks_wire(one));
        let rust = match (breaks_rust, summary.breaking) {
            (false, _) => "",
            (true, 0) => ", breaking for Rust callers",
            (true, _) => ", more of it breaking for Rust callers",
        };
        let Package { name, declared, .. } = self.input.package;
        let version = match &self.verdict {
            Verdict {
                bump: Bump::None, ..
            } => "needs no new version".to_owned(),
            Verdict {
                is_enough: true, ..
            } => "is enough".to_owned(),
            Verdict { needed, .. } => format!("needs {needed}"),
        };
        format!("{summary}{rust} · {name} {declared}: {version}")
    }

    /// What the version is measured by.
    pub(crate) fn version_reason(&self) -> String {
        let Package { before, since, .. } = self.input.package;
        match self.verdict.bump {
            Bump::None => format!("Nothing since {before} (`{since}`) that a caller could notice."),
            bump => format!(
                "A {bump} change since {before} (`{since}`) takes {} or more.",
                self.verdict.needed
            ),
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
