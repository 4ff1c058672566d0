//! The files of the workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context as _, Result};
use oas::Document;
use oas_cli::check_link;

/// Path of the document of this workspace.
pub(crate) const DOCUMENT: &str = "openapi/tasks.yaml";

/// Folder of the published examples.
pub(crate) const PUBLISHED: &str = "openapi/examples";

/// Approved breaking changes. The file is optional.
pub(crate) const APPROVALS: &str = "openapi/approvals.yaml";

/// Custom severities of kinds of change. The file is optional.
pub(crate) const LEVELS: &str = "openapi/levels.yaml";

/// Configuration of the linter. The file is optional.
pub(crate) const CONFIG: &str = "openapi/oas.yaml";

/// Returns the root of the workspace that contains the current folder, or else of the one that this
/// program was built from.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let built_from = package.parent().unwrap_or(package);
        let here = std::env::current_dir().unwrap_or_default();
        let above = here
            .ancestors()
            .find(|path| path.join("openapi").is_dir() && path.join("Cargo.toml").is_file());
        above.unwrap_or(built_from).to_owned()
    });
    &ROOT
}

/// Reads a file of the workspace. A link is followed only within the work tree, since a review
/// prints excerpts.
pub(crate) fn read(path: &str) -> Result<Vec<u8>> {
    let file = root().join(path);
    check_link(&file, true)?;
    fs::read(file).with_context(|| format!("read {path}"))
}

/// Reads the published examples, by name.
pub(crate) fn published() -> Result<Vec<Document>> {
    let load = |name: String| Ok(Document::from_bytes(name.clone(), read(&name)?)?);
    files(PUBLISHED)?.into_iter().map(load).collect()
}

/// Returns the paths of the files in a folder of the workspace; none if the folder does not exist,
/// as in git.
pub(crate) fn files(folder: &str) -> Result<Vec<String>> {
    let path = root().join(folder);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(path).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let entries = entries
        .with_context(|| format!("read {folder}"))?
        .into_iter();
    let mut paths: Vec<String> = entries
        .map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
        .collect();
    paths.sort();
    Ok(paths)
}
