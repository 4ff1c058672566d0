//! Renders diagnostics: one renderer per format.

mod github;
mod groups;
mod human;
mod input;
mod json;
mod location;
mod markdown;
mod sarif;
mod window;

use std::str::FromStr;

pub use input::{Limits, Report, RuleInfo};
pub use markdown::text as markdown_text;

use crate::{Diagnostic, Sources};

/// Format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Text for a terminal: source lines, underlined.
    #[default]
    Human,
    /// JSON, with a version of its own.
    Json,
    /// SARIF 2.1.0, which code hosts and editors read.
    Sarif,
    /// Workflow commands of GitHub Actions, which become annotations.
    Github,
    /// A Markdown table.
    Markdown,
}

impl Format {
    /// Every format, with the name that [`Format::from_str`] takes.
    pub const ALL: [(&'static str, Format); 5] = [
        ("human", Self::Human),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("github", Self::Github),
        ("markdown", Self::Markdown),
    ];
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, format)| *format)
            .ok_or_else(|| {
                format!("`{text}` is not a format: expected human, json, sarif, github or markdown")
            })
    }
}

impl Report<'_> {
    /// The report as text. Only [`Format::Human`] has colour, as ANSI escapes.
    pub fn render(&self, format: Format, color: bool) -> String {
        match format {
            Format::Human => human::render(self, color, None),
            Format::Json => json::render(self),
            Format::Sarif => sarif::render(self),
            Format::Github => github::render(self),
            Format::Markdown => markdown::render(self),
        }
    }

    /// The report as text. [`Format::Human`] groups repeated diagnostics, and shows at most a part
    /// of a long report.
    pub fn render_limited(&self, format: Format, color: bool, limits: Limits<'_>) -> String {
        match format {
            Format::Human => human::render(self, color, Some(limits)),
            format => self.render(format, color),
        }
    }
}

/// Sorts diagnostics by their position in the text, document by document, then by id and message.
/// Removes duplicates.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &Sources<'_>) {
    diagnostics.sort_by_cached_key(|one| {
        let place = sources.locate(&one.primary).map(|at| at.order());
        (
            one.primary.source,
            place,
            one.id.clone(),
            one.message.clone(),
        )
    });
    diagnostics.dedup();
}
