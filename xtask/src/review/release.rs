use anyhow::{Context as _, Result, anyhow};
use review::Package;
use semver::Version;
use toml_edit::DocumentMut;

use super::state::State;
use crate::{git, workspace};

/// The package that the client is published as, and where it says its version.
const PACKAGE: &str = "tasks-client";
const MANIFEST: &str = "crates/tasks-client/Cargo.toml";

/// What the version is measured from.
pub(super) struct Release {
    pub(super) package: Package,
    /// What was released; `None` where there is no release and the base counts.
    pub(super) state: Option<State>,
}

impl Release {
    /// The last release before a commit; without one, the commit itself.
    pub(super) fn before(commit: &str) -> Result<Self> {
        let tag = git::last_tag(&format!("{PACKAGE}-v"), commit);
        let (since, at) = match &tag {
            Some(tag) => (tag.clone(), tag.as_str()),
            None => (commit.chars().take(10).collect(), commit),
        };
        let declared = version(|path| workspace::read(path).map(Some))?;
        let before = version(|path| git::show(at, path));
        let before = before.with_context(|| format!("look at {since}"))?;
        let declared = declared.ok_or_else(|| anyhow!("find a version in {MANIFEST}"))?;
        Ok(Self {
            package: Package {
                name: PACKAGE.to_owned(),
                since,
                // A package that is new has broken nobody yet.
                before: before.unwrap_or_else(|| declared.clone()),
                declared,
            },
            state: tag.as_deref().map(State::of_commit).transpose()?,
        })
    }
}

/// The version of the package, which may be that of the workspace; `None` where there is no such package.
fn version(read: impl Fn(&str) -> Result<Option<Vec<u8>>>) -> Result<Option<Version>> {
    for (path, table) in [
        (MANIFEST, &["package"][..]),
        ("Cargo.toml", &["workspace", "package"]),
    ] {
        let Some(bytes) = read(path)? else {
            return Ok(None);
        };
        let manifest: DocumentMut = String::from_utf8_lossy(&bytes)
            .parse()
            .with_context(|| format!("read {path}"))?;
        let table = table
            .iter()
            .try_fold(manifest.as_item(), |item, key| item.get(key));
        let version = table.and_then(|table| table.get("version")?.as_str());
        if let Some(version) = version {
            let version = version.parse();
            return Ok(Some(
                version.with_context(|| format!("read the version in {path}"))?,
            ));
        }
    }
    Ok(None)
}
