use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use oas::Document;

/// The document that this workspace is about, by its path in the workspace.
pub(crate) const DOCUMENT: &str = "openapi/tasks.yaml";

/// The folder of the published examples.
pub(crate) const PUBLISHED: &str = "openapi/examples";

/// The top of the workspace, wherever the command was started.
pub(crate) fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// The bytes of a file of the workspace.
pub(crate) fn read(path: &str) -> Result<Vec<u8>> {
    fs::read(root().join(path)).with_context(|| format!("read {path}"))
}

/// The published examples, by name.
pub(crate) fn published() -> Result<Vec<Document>> {
    let load = |name: String| Ok(Document::from_bytes(name.clone(), read(&name)?)?);
    files(PUBLISHED)?.into_iter().map(load).collect()
}

/// The files of a folder of the workspace, by path.
pub(crate) fn files(folder: &str) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(root().join(folder)).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let entries = entries
        .with_context(|| format!("read {folder}"))?
        .into_iter();
    let mut paths: Vec<String> = entries
        .map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
        .collect();
    paths.sort();
    Ok(paths)
}
