use anyhow::Result;
use oas::Document;
use oas::diff::Policy;

use crate::git;
use crate::workspace::{APPROVALS, LEVELS, find};

/// The files that say what was decided about changes beforehand.
pub(super) struct Decided {
    levels: Option<Document>,
    approvals: Option<Document>,
    base_approvals: Option<Document>,
}

impl Decided {
    /// What the working tree has, and what a commit had.
    pub(super) fn since(commit: &str) -> Result<Self> {
        let base = git::show(commit, APPROVALS)?;
        // Approvals of the base that cannot be read make every approval a new one.
        let base = base.and_then(|bytes| Document::from_bytes(APPROVALS, bytes).ok());
        Ok(Self {
            levels: find(LEVELS)?,
            approvals: find(APPROVALS)?,
            base_approvals: base,
        })
    }

    pub(super) fn policy(&self) -> Policy<'_> {
        Policy {
            levels: self.levels.as_ref(),
            approvals: self.approvals.as_ref(),
            base_approvals: self.base_approvals.as_ref(),
        }
    }
}
