use oas::Label;
use oas::diff::{Explanation, explanations};
use oas::lint::RULES;
use oas::report::{Format, Report, RuleInfo};

use crate::diagnostics::Diagnostics;
use crate::headline::headline;
use crate::outcome::Outcome;
use crate::{json, markdown};

impl Outcome<'_> {
    /// The review as text. Only [`Format::Human`] has colour, as ANSI escapes.
    pub fn render(&self, format: Format, color: bool) -> String {
        let (mut sources, sides) = self.sources();
        for published in self.input.revision.published.unwrap_or_default() {
            sources.add(published, None);
        }
        let manifest = self.input.release.manifest;
        let manifest = manifest
            .map(|(document, span)| Label::span(span).in_source(sources.add(document, None)));
        let mut problems = self.problems.clone();
        sources.append(self.policy_sources.clone(), &mut problems);
        let diagnostics = Diagnostics::new(self, sides, manifest, problems);
        if format == Format::Markdown {
            return markdown::render(self, &diagnostics, &sources);
        }
        let explanations = match format {
            Format::Sarif | Format::Json => explanations(),
            _ => Vec::new(),
        };
        let kinds = explanations.iter().map(Explanation::info);
        let rules: Vec<RuleInfo<'_>> = kinds.chain(RULES.iter().map(|rule| rule.info())).collect();
        let report = Report {
            sources: &sources,
            diagnostics: &diagnostics.sorted(),
            rules: &rules,
        };
        match format {
            Format::Json => json::render(self, &report),
            Format::Human => format!("{}{}\n", report.render(format, color), headline(self)),
            Format::Sarif | Format::Github | Format::Markdown => report.render(format, color),
        }
    }
}
