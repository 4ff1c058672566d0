//! Queries of git, and the commit of a release.

use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::workspace;

/// Returns the commit that a name resolves to.
pub(crate) fn commit(name: &str) -> Result<String> {
    // git would parse a leading dash as an option.
    if name.starts_with('-') {
        bail!("parse `{name}` as a revision");
    }
    text(&[
        "rev-parse",
        "--verify",
        "--quiet",
        &format!("{name}^{{commit}}"),
    ])
    .with_context(|| format!("find the revision `{name}`"))
}

/// Returns the newest common ancestor of two commits.
pub(crate) fn merge_base(one: &str, other: &str) -> Result<String> {
    text(&["merge-base", one, other])
}

/// Whether the history of this clone is incomplete.
pub(crate) fn is_shallow() -> bool {
    text(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|output| output == "true")
}

/// Returns the nearest tag before a commit that matches one of the patterns.
pub(crate) fn last_tag(patterns: &[&str], commit: &str) -> Option<String> {
    let matching = patterns.iter().flat_map(|pattern| ["--match", pattern]);
    let arguments = ["describe", "--tags", "--abbrev=0"]
        .into_iter()
        .chain(matching);
    let arguments: Vec<&str> = arguments.chain([commit]).collect();
    text(&arguments).ok()
}

/// Returns the commit, at or before another one, that added a line to a file.
pub(crate) fn added(line: &str, commit: &str, path: &str) -> Result<String> {
    let search = format!("-S{line}");
    let commits = text(&[
        "log",
        "--format=%H",
        "--reverse",
        &search,
        commit,
        "--",
        path,
    ])?;
    let first = commits.lines().next().map(str::to_owned);
    first.with_context(|| format!("find the commit that added `{line}` to {path}"))
}

/// Whether the working tree has no uncommitted changes and no untracked files.
pub(crate) fn is_clean() -> Result<bool> {
    Ok(text(&["status", "--porcelain"])?.is_empty())
}

/// Commits every change of a tracked file.
pub(crate) fn commit_all(message: &str) -> Result<()> {
    run(&["commit", "--quiet", "--all", "--message", message]).map(drop)
}

/// Returns a file of a commit, by its path from the root; `None` if the commit has no such file.
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

/// Returns the files of a commit at or below a path, with their contents.
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
        let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        match message.is_empty() {
            true => bail!("run git {}: no error message", arguments[0]),
            false => bail!("run git {}: {message}", arguments[0]),
        }
    }
    Ok(output.stdout)
}
