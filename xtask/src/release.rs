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

/// Print the plan of the next release: the version that the changes since the last release require, and what is written
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write the version, the lock file and the changelog, and commit them. Nothing is tagged or pushed
    #[arg(long, conflicts_with = "bump")]
    execute: bool,
    /// Write the version and the lock file only, without a commit
    #[arg(long)]
    bump: bool,
    /// Date of the release, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let today = arguments.today.unwrap_or_else(clock::today);
    let plan = Plan::new(today)?;
    anstream::print!("{plan}");
    if arguments.bump {
        plan.write_version()?;
        anstream::println!("\nwrote {MANIFEST} and {LOCK}");
    }
    if arguments.execute {
        plan.execute()?;
        anstream::println!(
            "\ncommitted `release: {}`; when it is on main:",
            plan.version
        );
        anstream::println!("    git tag v{0} && git push origin v{0}", plan.version);
    }
    Ok(ExitCode::SUCCESS)
}

struct Plan {
    declared: Declared,
    /// The last release, for people.
    since: Option<String>,
    bump: Bump,
    version: Version,
    /// The changelog with the unreleased part under a dated heading; `None` if that part is empty.
    changelog: Option<String>,
}

impl Plan {
    fn new(today: NaiveDate) -> Result<Self> {
        let declared = Declared::of_tree()?;
        let head = git::commit("HEAD")?;
        let (Ok(revision), Ok(comparison)) =
            (State::of_tree()?, Comparison::new(&declared, &head)?)
        else {
            bail!("read the tree; `cargo xtask review` shows why");
        };
        let outcome =
            review(comparison.input(&revision, today)).context("read the generated client")?;
        let version = outcome.verdict.needed.clone().max(declared.version.clone());
        let changelog = workspace::read(CHANGELOG).unwrap_or_default();
        let changelog =
            String::from_utf8(changelog).with_context(|| format!("read {CHANGELOG}"))?;
        let bump = outcome.verdict.bump;
        Ok(Self {
            since: comparison
                .release
                .baseline
                .as_ref()
                .map(|one| one.since.clone()),
            bump,
            changelog: released(&changelog, &version, today),
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
        let Some(changelog) = &self.changelog else {
            bail!(
                "release without notes; describe the changes under `## Unreleased` in {CHANGELOG}"
            );
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
            writeln!(f, "changes       {}", self.bump)?;
        }
        match *version == self.version {
            true => writeln!(f, "version       {version}")?,
            false => writeln!(f, "version       {version} → {}", self.version)?,
        }
        writeln!(f, "packages      {}", packages.join(", "))?;
        match self.changelog {
            Some(_) => writeln!(f, "writes        {MANIFEST}, {LOCK}, {CHANGELOG}")?,
            None => writeln!(
                f,
                "writes        nothing: `## Unreleased` in {CHANGELOG} is empty"
            )?,
        }
        writeln!(f, "tag           v{}", self.version)
    }
}

/// Moves the unreleased part of a changelog under a dated heading; `None` if there is none.
fn released(changelog: &str, version: &Version, today: NaiveDate) -> Option<String> {
    const UNRELEASED: &str = "## Unreleased\n";
    let (before, after) = changelog.split_once(UNRELEASED)?;
    let notes = after.split("\n## ").next().unwrap_or_default();
    let has_notes = notes.lines().any(|line| line.starts_with(['-', '*']));
    has_notes.then(|| format!("{before}{UNRELEASED}\n## {version} - {today}\n{after}"))
}
