//! The inputs of a review other than the working tree.

use anyhow::{Result, anyhow};
use chrono::NaiveDate;
use review::{Input, Release};

use super::policy::PolicyFiles;
use super::state::State;
use super::unreadable::Unreadable;
use crate::version::{self, Declared};
use crate::workspace::APPROVALS;

/// The base, the last release before it, and the approvals.
pub(crate) struct Comparison<'d> {
    /// The commit of the base; `None` for a file.
    pub(super) commit: Option<String>,
    /// The base, or the reason why its document cannot be read.
    base: Result<State, String>,
    released: Option<State>,
    pub(crate) release: Release<'d>,
    policy: PolicyFiles,
}

impl<'d> Comparison<'d> {
    /// Reads the base from a commit. Returns an unreadable file of approvals or severities of the
    /// working tree.
    pub(crate) fn new(
        declared: &'d Declared,
        commit: &str,
    ) -> Result<Result<Self, Box<Unreadable>>> {
        let policy = match PolicyFiles::since(commit)? {
            Ok(policy) => policy,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let baseline = version::baseline(commit)?;
        let released =
            match &baseline {
                Some((baseline, at)) if at != commit => {
                    let state = State::of_commit(at)?;
                    Some(state.map_err(|reason| {
                        anyhow!("read the release `{}`: {reason}", baseline.since)
                    })?)
                }
                _ => None,
            };
        Ok(Ok(Self {
            commit: Some(commit.to_owned()),
            base: State::of_commit(commit)?,
            released,
            release: Release {
                packages: declared.packages.clone(),
                declared: declared.version.clone(),
                manifest: Some((&declared.manifest, declared.span)),
                baseline: baseline.map(|(baseline, _)| baseline),
            },
            policy,
        }))
    }

    /// Replaces the base with a document that is not in a commit.
    pub(super) fn with_base(self, state: State) -> Self {
        Self {
            commit: None,
            base: Ok(state),
            ..self
        }
    }

    pub(crate) fn input<'a>(&'a self, revision: &'a State, today: NaiveDate) -> Input<'a>
    where
        'd: 'a,
    {
        Input {
            base: self.base.as_ref().ok().map(State::side),
            revision: revision.side(),
            released: self.released.as_ref().map(State::side),
            release: &self.release,
            policy: self.policy.policy(),
            approvals: APPROVALS,
            unreadable_base: self.base.as_ref().err().map(String::as_str),
            failure: revision.source().err(),
            stale: &[],
            links: None,
            config: self.policy.config.as_ref(),
            base_config: self.policy.base_config.as_ref(),
            today,
        }
    }
}
