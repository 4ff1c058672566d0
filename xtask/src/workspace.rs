use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context as _, Result};
use oas::Document;
use oas_cli::check_link;

/// The document that this workspace is about, by its path in the workspace.
pub(crate) const DOCUMENT: &str = "openapi/tasks.yaml";

/// The folder of the published examples.
pub(crate) const PUBLISHED: &str = "openapi/examples";

/// Breaking changes that were accepted. The file may be missing.
pub(crate) const APPROVALS: &str = "openapi/approvals.yaml";

/// Severities that were chosen for kinds of change. The file may be missing.
pub(crate) const LEVELS: &str = "openapi/levels.yaml";

/// Configuration of the linter. The file may be missing.
pub(crate) const CONFIG: &str = "openapi/oas.yaml";

/// The top of the workspace: the one that the command was started in, else the one that it was built from.
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

/// The bytes of a file of the workspace. A link is followed within the work tree only: a review prints excerpts.
pub(crate) fn read(path: &str) -> Result<Vec<u8>> {
    let file = root().join(path);
    check_link(&file, true)?;
    fs::read(file).with_context(|| format!("read {path}"))
}

/// The published examples, by name.
pub(crate) fn published() -> Result<Vec<Document>> {
    let load = |name: String| Ok(Document::from_bytes(name.clone(), read(&name)?)?);
    files(PUBLISHED)?.into_iter().map(load).collect()
}

/// The files of a folder of the workspace, by path; none where there is no such folder, as in git.
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
