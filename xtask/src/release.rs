//! `cargo xtask release`: the plan of a release, and its commit.

use std::env;
use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use oas_cli::clock;
use review::{Bump, review};
use semver::Version;

use crate::git;
use crate::review::{Comparison, State};
use crate::version::{self, CHANGELOG, Declared, MANIFEST};
use crate::workspace::{self, root};

/// The lock file, which records the versions of the workspace's packages.
const LOCK: &str = "Cargo.lock";

/// Print the plan of the next release: the version that the changes since the last release require,
/// and the files to write
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write the version, the lock file and the changelog, and commit them. Nothing is tagged or
    /// pushed
    #[arg(long, conflicts_with = "bump")]
    execute: bool,
    /// Write the version and the lock file only, without a commit
    #[arg(long)]
    bump: bool,
    /// Minimum version bump, for changes outside of the document: patch, minor or major
    #[arg(long, value_name = "BUMP", value_parser = at_least)]
    at_least: Option<Bump>,
    /// Date of the release, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let today = arguments.today.unwrap_or_else(clock::today);
    let plan = Plan::new(today, arguments.at_least)?;
    anstream::print!("{plan}");
    if arguments.bump {
        plan.write_version()?;
        anstream::println!("\nwrote {MANIFEST} and {LOCK}");
    }
    if arguments.execute {
        plan.execute()?;
        anstream::println!(
            "\ncommitted `release: {}`; after merging it into main, run:",
            plan.version
        );
        anstream::println!("    git tag v{0} && git push origin v{0}", plan.version);
    }
    Ok(ExitCode::SUCCESS)
}

struct Plan {
    declared: Declared,
    /// The tag or heading of the last release.
    since: Option<String>,
    bump: Bump,
    version: Version,
    /// The changelog with the unreleased part under a dated heading, or the reason why it has
    /// none.
    changelog: Result<String, &'static str>,
}

impl Plan {
    fn new(today: NaiveDate, at_least: Option<Bump>) -> Result<Self> {
        let declared = Declared::of_tree()?;
        let head = git::commit("HEAD")?;
        let (Ok(revision), Ok(comparison)) =
            (State::of_tree()?, Comparison::new(&declared, &head)?)
        else {
            bail!("read the working tree; run `cargo xtask review` for details");
        };
        let outcome =
            review(comparison.input(&revision, today)).context("read the generated client")?;
        // Every release has a new version, even if nothing changed for callers.
        let bump = outcome.verdict.bump.max(at_least.unwrap_or(Bump::Patch));
        let version = comparison.release.required(bump);
        let version = version.max(declared.version.clone());
        let changelog = match workspace::root().join(CHANGELOG).exists() {
            true => String::from_utf8(workspace::read(CHANGELOG)?)
                .with_context(|| format!("read {CHANGELOG}"))
                .map(|text| released(&text, &version, today))?,
            false => Err("CHANGELOG.md does not exist"),
        };
        let baseline = comparison.release.baseline.as_ref();
        Ok(Self {
            since: baseline.map(|one| one.since.clone()),
            bump,
            changelog,
            version,
            declared,
        })
    }

    fn write_version(&self) -> Result<()> {
        let manifest = version::bumped(self.declared.manifest.text(), &self.version)?;
        fs::write(root().join(MANIFEST), manifest).with_context(|| format!("write {MANIFEST}"))?;
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["update", "--workspace", "--offline", "--quiet"]);
        let output = cargo
            .current_dir(root())
            .output()
            .context("run cargo update")?;
        if !output.status.success() {
            bail!(
                "run cargo update: {}",
                String::from_utf8_lossy(&output.stderr).trim()
            );
        }
        Ok(())
    }

    fn execute(&self) -> Result<()> {
        if !git::is_clean()? {
            bail!("release a tree with uncommitted changes; commit or stash them first");
        }
        let changelog = match &self.changelog {
            Ok(changelog) => changelog,
            Err(reason) => bail!(
                "release without notes: {reason}; describe the changes under `## Unreleased` first"
            ),
        };
        self.write_version()?;
        fs::write(root().join(CHANGELOG), changelog)
            .with_context(|| format!("write {CHANGELOG}"))?;
        git::commit_all(&format!("release: {}", self.version))
    }
}

impl std::fmt::Display for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Declared {
            version, packages, ..
        } = &self.declared;
        match &self.since {
            Some(since) => writeln!(f, "last release  {since}")?,
            None => writeln!(f, "last release  none")?,
        }
        if self.since.is_some() {
            writeln!(f, "bump          {}", self.bump)?;
        }
        match *version == self.version {
            true => writeln!(f, "version       {version}")?,
            false => writeln!(f, "version       {version} → {}", self.version)?,
        }
        writeln!(f, "packages      {}", packages.join(", "))?;
        match &self.changelog {
            Ok(_) => writeln!(f, "writes        {MANIFEST}, {LOCK}, {CHANGELOG}")?,
            Err(reason) => writeln!(f, "writes        nothing: {reason}")?,
        }
        writeln!(f, "tag           v{}", self.version)
    }
}

/// Moves the unreleased part of a changelog under a dated heading.
fn released(changelog: &str, version: &Version, today: NaiveDate) -> Result<String, &'static str> {
    let mut headings = ["\n## Unreleased\n", "\n## [Unreleased]\n"].into_iter();
    let parts = headings.find_map(|heading| Some((heading, changelog.split_once(heading)?)));
    let (heading, (before, after)) = parts.ok_or("CHANGELOG.md has no heading `## Unreleased`")?;
    let notes = after.split("\n## ").next().unwrap_or_default();
    let is_note = |line: &str| !line.trim().is_empty() && !line.starts_with('#');
    match notes.lines().any(is_note) {
        true => Ok(format!(
            "{before}{heading}\n## {version} - {today}\n{after}"
        )),
        false => Err("`## Unreleased` in CHANGELOG.md is empty"),
    }
}

fn at_least(text: &str) -> Result<Bump, String> {
    let bumps = [Bump::Patch, Bump::Minor, Bump::Major];
    let bump = bumps.into_iter().find(|bump| bump.to_string() == text);
    bump.ok_or_else(|| "expected patch, minor or major".to_owned())
}
