//! What git has.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::workspace;

/// The commit that a name leads to.
pub(crate) fn commit(name: &str) -> Result<String> {
    // What begins with a dash is an option to git, not a name.
    if name.starts_with('-') {
        bail!("read `{name}` as a revision");
    }
    text(&[
        "rev-parse",
        "--verify",
        "--quiet",
        &format!("{name}^{{commit}}"),
    ])
    .with_context(|| format!("find the revision `{name}`"))
}

/// The newest common ancestor of two commits.
pub(crate) fn merge_base(one: &str, other: &str) -> Result<String> {
    text(&["merge-base", one, other])
}

/// Whether commits are missing here that the repository has elsewhere.
pub(crate) fn is_shallow() -> bool {
    text(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|answer| answer == "true")
}

/// The nearest tag with a prefix that a commit comes after.
pub(crate) fn last_tag(prefix: &str, commit: &str) -> Option<String> {
    text(&[
        "describe",
        "--tags",
        "--abbrev=0",
        "--match",
        &format!("{prefix}*"),
        commit,
    ])
    .ok()
}

/// A file of a commit, by its path from the root; `None` if the commit has no such file.
pub(crate) fn show(commit: &str, path: &str) -> Result<Option<Vec<u8>>> {
    if files(commit, path)?.is_empty() {
        return Ok(None);
    }
    run(&["show", &format!("{commit}:{path}")]).map(Some)
}

fn files(commit: &str, path: &str) -> Result<Vec<String>> {
    let listed = run(&[
        "ls-tree",
        "-r",
        "-z",
        "--name-only",
        "--full-tree",
        commit,
        "--",
        path,
    ])?;
    let names = listed
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty());
    Ok(names
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect())
}

/// The files of a commit at or below a path, with what is in them.
pub(crate) fn read_all(commit: &str, path: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let read = |path: String| {
        let bytes = run(&["show", &format!("{commit}:{path}")])?;
        Ok((path, bytes))
    };
    files(commit, path)?.into_iter().map(read).collect()
}

fn text(arguments: &[&str]) -> Result<String> {
    let output = run(arguments)?;
    Ok(String::from_utf8_lossy(&output).trim().to_owned())
}

fn run(arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new("git")
        .arg("-C")
        .arg(workspace::root())
        .args(arguments)
        .output()
        .context("run git")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        match said.is_empty() {
            true => bail!("run git {}: it found nothing", arguments[0]),
            false => bail!("run git {}: {said}", arguments[0]),
        }
    }
    Ok(output.stdout)
}
