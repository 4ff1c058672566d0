use std::path::Path;

use anyhow::{Context as _, Result};
use oas::Document;
use oas::diff::Policy;

use crate::links::check_link;
use crate::source::{Access, open};

/// The files with approvals and custom severities.
pub(super) struct PolicyFiles {
    levels: Option<Document>,
    approvals: Option<Document>,
    base_approvals: Option<Document>,
}

impl PolicyFiles {
    /// Loads the files. If the document `base` is read from git, the approvals of its revision are
    /// loaded as well; that file is optional.
    ///
    /// # Errors
    /// When a file given as an argument cannot be read.
    pub(super) fn load(
        levels: Option<&Path>,
        approvals: Option<&Path>,
        base: &str,
        access: &Access,
    ) -> Result<Self> {
        let load = |path: &Path| {
            check_link(path, access.tracked)?;
            Document::load(path).with_context(|| format!("load {}", path.display()))
        };
        let base_approvals = approvals.zip(base.split_once(':'));
        let base_approvals = base_approvals.and_then(|(path, (revision, _))| {
            let name = format!("{revision}:{}", path.display());
            let (document, error) = open(&name, access).ok()?;
            error.is_none().then_some(document)
        });
        Ok(Self {
            levels: levels.map(load).transpose()?,
            approvals: approvals.map(load).transpose()?,
            base_approvals,
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
