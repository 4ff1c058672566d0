use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use oas::Document;

/// Loads a document from a file, or from git when the name is `REV:PATH` and no such file is there.
pub(super) fn load(name: &str) -> Result<Document> {
    match name.split_once(':') {
        Some((revision, path)) if !Path::new(name).exists() => from_git(name, revision, path),
        _ => Ok(Document::load(Path::new(name))?),
    }
}

fn from_git(name: &str, revision: &str, path: &str) -> Result<Document> {
    // What begins with a dash is an option to git, not a revision.
    if revision.starts_with('-') {
        bail!("read `{revision}` as a revision");
    }
    // Paths are meant from here, as a shell completes them.
    let relative = if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("./{path}")
    };
    let output = Command::new("git")
        .args(["show", &format!("{revision}:{relative}")])
        .output()
        .context("run git")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(Document::from_bytes(name, output.stdout)?)
}
