//! The files with approvals, custom severities and the configuration of the linter.

use anyhow::Result;
use oas::Document;
use oas::diff::Policy;

use super::unreadable::{Unreadable, readable};
use crate::git;
use crate::workspace::{APPROVALS, CONFIG, LEVELS, root};

/// Approvals of breaking changes, custom severities, and the configuration of the linter.
pub(super) struct PolicyFiles {
    levels: Option<Document>,
    approvals: Option<Document>,
    base_approvals: Option<Document>,
    pub(super) config: Option<Document>,
    pub(super) base_config: Option<Document>,
}

impl PolicyFiles {
    /// Reads the files of the working tree, and those of a commit.
    pub(super) fn since(commit: &str) -> Result<Result<Self, Box<Unreadable>>> {
        let base = git::show(commit, APPROVALS)?;
        // If the base's approvals cannot be read, every approval counts as new.
        let base_approvals = base.and_then(|bytes| Document::from_bytes(APPROVALS, bytes).ok());
        let find = |path: &str| match root().join(path).exists() {
            true => readable(path).map(Some),
            false => Ok(None),
        };
        let base_config = git::show(commit, CONFIG)?;
        let base_config = base_config.and_then(|bytes| Document::from_bytes(CONFIG, bytes).ok());
        let read = find(LEVELS);
        let read = read.and_then(|levels| Ok((levels, find(APPROVALS)?, find(CONFIG)?)));
        Ok(read.map(|(levels, approvals, config)| Self {
            levels,
            approvals,
            base_approvals,
            config,
            base_config,
        }))
    }

    pub(super) fn policy(&self) -> Policy<'_> {
        Policy {
            levels: self.levels.as_ref(),
            approvals: self.approvals.as_ref(),
            base_approvals: self.base_approvals.as_ref(),
        }
    }
}
