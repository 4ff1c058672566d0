//! `cargo xtask review`: what the working tree changes, whom it breaks, and which version it takes.

mod decided;
mod release;
mod state;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use oas::report::Format;
use review::{Input, review};

use crate::output::print;
use crate::{clock, git};
use decided::Decided;
use release::Release;
pub(crate) use state::State;

/// Exits with 1 when something breaks, is stale, or takes another version than it has.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// What to compare with: a revision, or a document's file [default: where this branch left main]
    #[arg(long, value_name = "REV|FILE")]
    base: Option<String>,
    /// How to show the review: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// The date to judge by, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

/// Reviews what the working tree has against a base.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let (commit, base) = base(arguments.base.as_deref())?;
    let revision = State::of_tree()?;
    let release = Release::before(&commit)?;
    let decided = Decided::since(&commit)?;
    let stale = revision.stale()?;
    let outcome = review(Input {
        base: base.side(),
        revision: revision.side(),
        released: release.state.as_ref().map(State::side),
        package: &release.package,
        policy: decided.policy(),
        failure: revision.source().err(),
        stale: &stale,
        today: arguments.today.unwrap_or_else(clock::today),
    })
    .context("read the generated client")?;
    print(&outcome.render(arguments.format, true))?;
    Ok(ExitCode::from(u8::from(!outcome.is_clean())))
}

/// The commit that the tree is compared with, and what the documents were there. A file takes the document's part only.
fn base(named: Option<&str>) -> Result<(String, State)> {
    if let Some(file) = named.map(Path::new).filter(|file| file.is_file()) {
        return Ok((git::commit("HEAD")?, State::of_file(file)?));
    }
    let commit = match named {
        Some(name) => git::commit(name)?,
        None => {
            let main = git::commit("main").or_else(|_| git::commit("origin/main"));
            let main = main.context("find where this branch left main; name a base with --base")?;
            let left = git::merge_base(&main, "HEAD");
            left.with_context(|| match git::is_shallow() {
                true => "find where this branch left main, since this clone is shallow; fetch what is missing with `git fetch --unshallow`",
                false => "find where this branch left main; name a base with --base",
            })?
        }
    };
    let state = State::of_commit(&commit)?;
    Ok((commit, state))
}
