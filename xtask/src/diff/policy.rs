use anyhow::{Context as _, Result};
use oas::diff::{Approvals, Finding, Levels};
use oas::{Diagnostic, Document, Sources};

use super::{Arguments, source};

/// What was decided about changes beforehand: their levels, and which were accepted.
pub(super) struct Policy {
    levels: Option<Document>,
    approvals: Option<Document>,
    /// The approvals that the base has already.
    base_approvals: Option<Document>,
}

impl Policy {
    /// # Errors
    /// When a file that was named cannot be read.
    pub(super) fn load(arguments: &Arguments, base: &str) -> Result<Self> {
        let load = |path: &Option<std::path::PathBuf>| match path {
            None => Ok(None),
            Some(path) => Document::load(path)
                .map(Some)
                .with_context(|| format!("load {}", path.display())),
        };
        // Where the base is from git, so are its approvals; it may have none.
        let base_approvals = match (&arguments.approvals, base.split_once(':')) {
            (Some(path), Some((revision, _))) => {
                source::load(&format!("{revision}:{}", path.display())).ok()
            }
            _ => None,
        };
        Ok(Self {
            levels: load(&arguments.levels)?,
            approvals: load(&arguments.approvals)?,
            base_approvals,
        })
    }

    /// Judges the findings by what was decided, and tells what is wrong with that.
    pub(super) fn apply<'p>(
        &'p self,
        findings: &mut [Finding],
        sources: &mut Sources<'p>,
    ) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        if let Some(document) = &self.levels {
            let (levels, wrong) = Levels::read(document, sources.add(document, None));
            levels.apply(findings);
            problems.extend(wrong);
        }
        if let Some(document) = &self.approvals {
            let source = sources.add(document, None);
            let (approvals, wrong) = Approvals::read(document, source);
            problems.extend(wrong);
            let base = self.base_approvals.as_ref();
            let base = base
                .map(|document| Approvals::read(document, source).0)
                .unwrap_or_default();
            problems.extend(approvals.apply(findings, &base, source));
        }
        problems
    }
}
