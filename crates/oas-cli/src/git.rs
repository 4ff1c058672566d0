//! Files in git: those of a work tree that are tracked or not ignored, and those of a revision.

mod revision;
mod work_tree;

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

pub(crate) use revision::Revision;
pub(crate) use work_tree::{WorkTree, find_top};

/// Runs a git command in a folder and returns its output.
fn run(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .context("run git")?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        let message = match message.is_empty() {
            true => output.status.to_string(),
            false => message,
        };
        bail!("run git {}: {message}", arguments.first().unwrap_or(&""));
    }
    Ok(output.stdout)
}

/// Runs a git command in a folder and returns the first line of its output.
fn line(folder: &Path, arguments: &[&str]) -> Result<String> {
    let output = run(folder, arguments)?;
    let text = String::from_utf8(output).context("read the output of git")?;
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}
