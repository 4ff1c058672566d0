//! `cargo xtask review`: changes of the working tree that break callers, and the required version.

mod comparison;
mod policy;
mod state;
mod unreadable;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use oas::Sources;
use oas::report::Format;
use oas_cli::{clock, print};
use review::{Input, Links, review};

use crate::git;
use crate::version::Declared;
pub(crate) use comparison::Comparison;
pub(crate) use state::State;
use unreadable::Unreadable;

/// Exits with 1 if the tree has a breaking change, a stale file, an unreadable file or an
/// insufficient version.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Base of the comparison: a revision, or the file of a document [default: the merge base with
    /// main]
    #[arg(long, value_name = "REV|FILE")]
    base: Option<String>,
    /// Output format: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// Reference date for sunset checks, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// Address of the repository, for links to lines
    #[arg(long, value_name = "URL", env = "REVIEW_REPOSITORY")]
    repository: Option<String>,
    /// The reviewed commit, for links to lines
    #[arg(long, value_name = "SHA", env = "REVIEW_COMMIT")]
    commit: Option<String>,
}

/// Reviews the working tree against a base.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let format = arguments.format;
    let revision = match State::of_tree()? {
        Ok(state) => state,
        Err(unreadable) => return report(&unreadable, format),
    };
    let declared = Declared::of_tree()?;
    let comparison = match comparison(&declared, arguments.base.as_deref())? {
        Ok(comparison) => comparison,
        Err(unreadable) => return report(&unreadable, format),
    };
    let stale = revision.stale()?;
    let links = arguments.repository.as_deref().map(|repository| Links {
        repository: repository.trim_end_matches('/'),
        base: comparison.commit.as_deref(),
        revision: arguments.commit.as_deref(),
    });
    let today = arguments.today.unwrap_or_else(clock::today);
    let input = Input {
        stale: &stale,
        links,
        ..comparison.input(&revision, today)
    };
    let outcome = review(input).context("read the generated client")?;
    print(&outcome.render(format, true))?;
    Ok(ExitCode::from(u8::from(!outcome.is_clean())))
}

/// Reports a file that cannot be read.
fn report(unreadable: &Unreadable, format: Format) -> Result<ExitCode> {
    let sources = Sources::of(&unreadable.document);
    let diagnostics = std::slice::from_ref(&unreadable.diagnostic);
    print(&review::unreadable(&sources, diagnostics, format, true))?;
    Ok(ExitCode::from(1))
}

/// Compares with a commit, or with a file, which replaces only the document of the base.
fn comparison<'d>(
    declared: &'d Declared,
    named: Option<&str>,
) -> Result<Result<Comparison<'d>, Box<Unreadable>>> {
    if let Some(file) = named.map(Path::new).filter(|file| file.is_file()) {
        let state = State::of_file(file)?;
        let comparison = Comparison::new(declared, &git::commit("HEAD")?)?;
        return Ok(comparison.map(|comparison| comparison.with_base(state)));
    }
    let commit = match named {
        Some(name) => git::commit(name)?,
        None => {
            let main = git::commit("main").or_else(|_| git::commit("origin/main"));
            let main = main.context("find the branch `main`; name a base with --base")?;
            let left = git::merge_base(&main, "HEAD");
            left.with_context(|| match git::is_shallow() {
                true => "find the merge base with `main` in a shallow clone; run `git fetch --unshallow` first",
                false => "find the merge base with `main`; name a base with --base",
            })?
        }
    };
    Comparison::new(declared, &commit)
}
