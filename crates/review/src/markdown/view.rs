use oas::{Label, Sources};

use super::escape::code;
use crate::diagnostics::Diagnostics;
use crate::outcome::Outcome;

/// Data from which the sections of a comment are built.
pub(super) struct View<'v, 'a> {
    pub(super) outcome: &'v Outcome<'a>,
    pub(super) diagnostics: &'v Diagnostics,
    pub(super) sources: &'v Sources<'a>,
}

impl View<'_, '_> {
    /// Returns the file and line of a label, as a link if the repository is known.
    pub(super) fn location(&self, label: &Label) -> String {
        let Some((name, role, location)) = self.sources.location(label) else {
            return String::new();
        };
        let shown = code(&format!("{name}:{}", location.line));
        let links = self.outcome.input.links.and_then(|links| {
            let commit = match role {
                Some("base") => links.base,
                _ => links.revision,
            };
            Some((links.repository, commit?))
        });
        match links {
            Some((repository, commit)) if is_plain(name) => {
                format!(
                    "[{shown}]({repository}/blob/{commit}/{name}#L{})",
                    location.line
                )
            }
            _ => shown,
        }
    }
}

/// Whether a path needs no percent-encoding in a URL.
fn is_plain(path: &str) -> bool {
    path.chars()
        .all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c))
}
