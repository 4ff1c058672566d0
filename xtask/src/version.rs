//! The version that the published packages share, its declaration, and the last release.

use std::ops::Range;

use anyhow::{Context as _, Result, anyhow, bail};
use oas::{Document, Span};
use review::Baseline;
use semver::Version;
use toml_edit::{DocumentMut, Item, Table};

use crate::{git, workspace};

/// The manifest of the workspace, which declares the version.
pub(crate) const MANIFEST: &str = "Cargo.toml";
pub(crate) const CHANGELOG: &str = "CHANGELOG.md";

/// Patterns of release tags. The second was used while tasks-client had a separate version.
const TAGS: [&str; 2] = ["v[0-9]*", "tasks-client-v[0-9]*"];

/// The version declared in the working tree.
pub(crate) struct Declared {
    pub(crate) version: Version,
    /// Names of the published packages, in alphabetical order.
    pub(crate) packages: Vec<String>,
    pub(crate) manifest: Document,
    pub(crate) span: Span,
}

impl Declared {
    pub(crate) fn of_tree() -> Result<Self> {
        let bytes = workspace::read(MANIFEST)?;
        let text = String::from_utf8(bytes.clone()).with_context(|| format!("read {MANIFEST}"))?;
        let manifest = toml_edit::Document::parse(text.as_str())
            .with_context(|| format!("read {MANIFEST}"))?;
        let version = member(manifest.as_item(), &["workspace", "package", "version"]);
        let version = version.ok_or_else(|| anyhow!("find the version in {MANIFEST}"))?;
        let Range { start, end } = version.span().unwrap_or_default();
        let version = version.as_str().unwrap_or_default();
        let version = version.parse();
        Ok(Self {
            version: version.with_context(|| format!("read the version in {MANIFEST}"))?,
            packages: packages()?,
            manifest: Document::of_text(MANIFEST, &bytes),
            span: Span { start, end },
        })
    }
}

/// Returns the names of the packages that are published, in alphabetical order.
fn packages() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in workspace::files("crates")? {
        let path = format!("{folder}/Cargo.toml");
        if !workspace::root().join(&path).exists() {
            continue;
        }
        let manifest: DocumentMut = text(&path)?
            .parse()
            .with_context(|| format!("read {path}"))?;
        let package = member(manifest.as_item(), &["package"]);
        let publish = package.and_then(|package| package.get("publish")?.as_bool());
        let name = package.and_then(|package| package.get("name")?.as_str());
        if publish != Some(false) {
            names.extend(name.map(str::to_owned));
        }
    }
    names.sort();
    Ok(names)
}

/// Returns the version that the workspace requires of a dependency.
pub(crate) fn requirement(dependency: &str) -> Result<String> {
    let manifest: DocumentMut = text(MANIFEST)?
        .parse()
        .with_context(|| format!("read {MANIFEST}"))?;
    let path = ["workspace", "dependencies", dependency, "version"];
    let version = member(manifest.as_item(), &path).and_then(Item::as_str);
    version
        .map(str::to_owned)
        .with_context(|| format!("find the version of {dependency} in {MANIFEST}"))
}

/// Returns the last release before a commit, and the commit of the release: the nearest tag or,
/// without a tag, the newest dated heading of the changelog, at the commit that added it.
pub(crate) fn baseline(commit: &str) -> Result<Option<(Baseline, String)>> {
    if let Some(tag) = git::last_tag(&TAGS, commit) {
        let version = tag.rsplit('v').next().unwrap_or_default().parse();
        let version = version.with_context(|| format!("read the version in the tag `{tag}`"))?;
        let commit = git::commit(&format!("refs/tags/{tag}"))?;
        return Ok(Some((
            Baseline {
                since: tag,
                version,
            },
            commit,
        )));
    }
    if git::is_shallow() {
        bail!("find the last release in a shallow clone; run `git fetch --unshallow` first");
    }
    let Some(changelog) = git::show(commit, CHANGELOG)? else {
        return Ok(None);
    };
    let changelog = String::from_utf8_lossy(&changelog).into_owned();
    let Some((line, version)) = changelog
        .lines()
        .find_map(|line| Some((line, dated(line)?)))
    else {
        return Ok(None);
    };
    let commit = git::added(line, commit, CHANGELOG)?;
    let since = format!("{CHANGELOG}: {}", line.trim_start_matches('#').trim());
    Ok(Some((Baseline { since, version }, commit)))
}

/// Returns the version of a changelog heading with a date: `## 0.1.0 - 2026-01-31`, or with the
/// version in brackets.
fn dated(line: &str) -> Option<Version> {
    let (version, date) = line.strip_prefix("## ")?.split_once(" - ")?;
    date.trim().parse::<chrono::NaiveDate>().ok()?;
    version.trim().trim_matches(['[', ']']).parse().ok()
}

/// Returns the manifest with another version, including the requirements between its packages.
pub(crate) fn bumped(manifest: &str, version: &Version) -> Result<String> {
    let mut manifest: DocumentMut = manifest
        .parse()
        .with_context(|| format!("read {MANIFEST}"))?;
    let new = || toml_edit::value(version.to_string());
    let workspace = manifest
        .get_mut("workspace")
        .and_then(Item::as_table_like_mut);
    let workspace = workspace.ok_or_else(|| anyhow!("find [workspace] in {MANIFEST}"))?;
    let package = workspace
        .get_mut("package")
        .and_then(|package| package.get_mut("version"));
    if let Some(package) = package {
        replace(package, new());
    }
    let dependencies = workspace
        .get_mut("dependencies")
        .and_then(Item::as_table_like_mut);
    let empty = &mut Table::new();
    for (_, dependency) in dependencies.unwrap_or(empty).iter_mut() {
        let Some(dependency) = dependency.as_table_like_mut() else {
            continue;
        };
        let is_ours = dependency.contains_key("path");
        if let Some(requirement) = dependency.get_mut("version").filter(|_| is_ours) {
            replace(requirement, new());
        }
    }
    Ok(manifest.to_string())
}

/// Replaces a value and keeps the space and comments around it.
fn replace(item: &mut Item, mut new: Item) {
    if let (Some(old), Some(new)) = (item.as_value(), new.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    *item = new;
}

fn member<'t>(item: &'t Item, path: &[&str]) -> Option<&'t Item> {
    path.iter().try_fold(item, |item, key| item.get(key))
}

fn text(path: &str) -> Result<String> {
    String::from_utf8(workspace::read(path)?).with_context(|| format!("read {path}"))
}
