use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::Report;
use crate::sources::Located;
use crate::{Diagnostic, Label, Severity};

/// Labels this many lines apart share a snippet, its middle folded; others get one each. A renderer counts the lines of what
/// it is given, so it is never given the whole document.
const SHARED_LINES: usize = 12;

pub(super) fn render(report: &Report<'_>, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        out.push_str(&renderer.render(&[group(report, diagnostic)]));
        out.push_str("\n\n");
    }
    if !report.diagnostics.is_empty() {
        out.push_str(&report.summary());
        out.push('\n');
    }
    out
}

fn group<'a>(report: &Report<'a>, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let mut group = Group::with_title(
        level
            .primary_title(one_line(&diagnostic.message))
            .id(diagnostic.id.as_ref()),
    );
    for excerpt in excerpts(report, diagnostic) {
        group = group.element(excerpt.snippet());
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// Labels that are shown in one piece of text.
struct Excerpt<'a> {
    first_line: usize,
    last_line: usize,
    labels: Vec<(Located<'a>, &'a Label, AnnotationKind)>,
}

fn excerpts<'a>(report: &Report<'a>, diagnostic: &'a Diagnostic) -> Vec<Excerpt<'a>> {
    let secondary = diagnostic.secondary.iter();
    let labels = std::iter::once((&diagnostic.primary, AnnotationKind::Primary))
        .chain(secondary.map(|label| (label, AnnotationKind::Context)));
    let mut excerpts: Vec<Excerpt<'a>> = Vec::new();
    for (label, kind) in labels {
        let Some(at) = report.sources.locate(label) else {
            continue;
        };
        let line = at.location.line;
        let near = excerpts.iter_mut().find(|excerpt| {
            excerpt.labels[0].1.source == label.source
                && line + SHARED_LINES >= excerpt.first_line
                && line <= excerpt.last_line + SHARED_LINES
        });
        match near {
            Some(excerpt) => {
                excerpt.first_line = excerpt.first_line.min(line);
                excerpt.last_line = excerpt.last_line.max(line);
                excerpt.labels.push((at, label, kind));
            }
            None => excerpts.push(Excerpt {
                first_line: line,
                last_line: line,
                labels: vec![(at, label, kind)],
            }),
        }
    }
    excerpts
}

impl<'a> Excerpt<'a> {
    fn snippet(self) -> Snippet<'a, Annotation<'a>> {
        let (first, ..) = &self.labels[0];
        let name = first.name();
        let document = first.source.document;
        let range = document.line_range(self.first_line, self.last_line);
        let annotations = self.labels.iter().map(|(at, label, kind)| {
            let span = at.first_line();
            let annotation = kind.span(span.start - range.start..span.end - range.start);
            match &label.message {
                Some(message) => annotation.label(one_line(message)),
                None => annotation,
            }
        });
        Snippet::source(&document.text()[range.start..range.end])
            .line_start(self.first_line)
            .path(name)
            .annotations(annotations.collect::<Vec<_>>())
    }
}

/// Text of a document may stand in a message; it must not break the picture.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
