use anyhow::{Context as _, Result};
use oas::Document;
use oas::diff::Policy;

use super::Arguments;
use crate::links::check_link;
use crate::source::open;

/// The files that say what was decided about changes beforehand.
pub(super) struct Decided {
    levels: Option<Document>,
    approvals: Option<Document>,
    base_approvals: Option<Document>,
}

impl Decided {
    /// # Errors
    /// When a file that was named cannot be read.
    pub(super) fn load(arguments: &Arguments, base: &str) -> Result<Self> {
        let load = |path: &Option<std::path::PathBuf>| match path {
            None => Ok(None),
            Some(path) => {
                check_link(path, arguments.access.tracked)?;
                let loaded = Document::load(path).map(Some);
                loaded.with_context(|| format!("load {}", path.display()))
            }
        };
        // Where the base is from git, so are its approvals; it may have none.
        let base_approvals = match (&arguments.approvals, base.split_once(':')) {
            (Some(path), Some((revision, _))) => {
                let name = format!("{revision}:{}", path.display());
                let loaded = open(&name, &arguments.access).ok();
                loaded.and_then(|(document, error)| error.is_none().then_some(document))
            }
            _ => None,
        };
        Ok(Self {
            levels: load(&arguments.levels)?,
            approvals: load(&arguments.approvals)?,
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
