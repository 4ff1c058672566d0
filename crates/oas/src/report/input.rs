use std::collections::HashMap;

use crate::{Diagnostic, Severity, Sources};

/// Diagnostics with their documents and rules.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The documents that the diagnostics are in.
    pub sources: &'a Sources<'a>,
    /// The diagnostics, in the order in which they are shown; see [`sort`](super::sort).
    pub diagnostics: &'a [Diagnostic],
    /// Descriptions of the ids, for formats that include them.
    pub rules: &'a [RuleInfo<'a>],
}

/// Description of an id.
#[derive(Debug, Clone, Copy)]
pub struct RuleInfo<'a> {
    /// The id, as in [`Diagnostic::id`].
    pub id: &'a str,
    /// One-line summary.
    pub summary: &'a str,
    /// Documentation, in Markdown.
    pub documentation: &'a str,
    /// Default severity.
    pub severity: Severity,
    /// The page that lists it, by its path in the repository.
    pub page: Option<&'static str>,
}

impl RuleInfo<'_> {
    /// The address of the documentation, if the package has a repository.
    pub(super) fn uri(&self, repository: &str) -> Option<String> {
        let repository = repository.trim_end_matches('/');
        let page = self.page.filter(|_| !repository.is_empty())?;
        Some(format!("{repository}/blob/main/{page}#{}", self.id))
    }
}

/// The paths of the documentation in the repository, by id.
pub(super) fn pages<'a>(rules: &[RuleInfo<'a>]) -> HashMap<&'a str, String> {
    let rules = rules.iter();
    rules
        .filter_map(|rule| Some((rule.id, format!("{}#{}", rule.page?, rule.id))))
        .collect()
}

/// Limits of a report in the formats for readers. Machine-readable formats are complete.
#[derive(Debug, Clone, Copy)]
pub struct Limits<'a> {
    /// Maximum number of groups of diagnostics per rule that are shown with their lines.
    pub per_rule: usize,
    /// The command that shows all diagnostics of a rule; `ID` is replaced by the rule.
    pub command: &'a str,
}

impl Report<'_> {
    /// Returns the number of diagnostics of each severity, the most severe first: `2 errors, 1
    /// warning`; `no diagnostics`.
    pub fn summary(&self) -> String {
        let counts = [Severity::Error, Severity::Warning, Severity::Info]
            .into_iter()
            .filter_map(|severity| {
                let found = self.diagnostics.iter();
                match found.filter(|one| one.severity == severity).count() {
                    0 => None,
                    1 => Some(format!("1 {severity}")),
                    // "info" has no plural.
                    count if severity == Severity::Info => Some(format!("{count} {severity}")),
                    count => Some(format!("{count} {severity}s")),
                }
            })
            .collect::<Vec<_>>();
        if counts.is_empty() {
            return "no diagnostics".to_owned();
        }
        counts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::RuleInfo;
    use crate::Severity;

    #[test]
    fn rule_has_an_address_if_the_package_has_a_repository() {
        let rule = RuleInfo {
            id: "a-rule",
            summary: "",
            documentation: "",
            severity: Severity::Error,
            page: Some("crates/oas/rules.md"),
        };
        let uri = rule.uri("https://example.com/a/b/");
        assert_eq!(
            uri.as_deref(),
            Some("https://example.com/a/b/blob/main/crates/oas/rules.md#a-rule")
        );
        assert_eq!(rule.uri(""), None);
    }
}
