use std::collections::HashMap;
use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::groups::{counts, groups};
use super::input::{Limits, Report};
use super::window::Window;
use crate::sources::Located;
use crate::text::one_line;
use crate::{Diagnostic, Label, Severity};

/// Labels this many lines apart share a snippet, its middle folded; others get one each. A renderer
/// counts the lines of what it is given, so it is never given the whole document.
const SHARED_LINES: usize = 12;

/// A report of more diagnostics is long: only its errors are shown with their lines.
const MAX_DETAILED: usize = 20;

/// A report of more diagnostics has a table of its rules.
const COUNTED: usize = 5;

pub(super) fn render(report: &Report<'_>, color: bool, limits: Option<Limits<'_>>) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    let mut show = |diagnostic: &Diagnostic| {
        let excerpts = excerpts(report, diagnostic);
        let rendered = renderer.render(&[group(diagnostic, &excerpts)]);
        push_with_places(&mut out, &rendered, &excerpts);
        out.push_str("\n\n");
    };
    match limits {
        None => report.diagnostics.iter().for_each(show),
        Some(limits) => {
            let is_long = report.diagnostics.len() > MAX_DETAILED;
            let mut shown: HashMap<&str, (usize, usize)> = HashMap::new();
            for group in groups(report.diagnostics) {
                let (shown, diagnostics) = shown.entry(group.first.id.as_ref()).or_default();
                if is_long && (*shown >= limits.per_rule || group.first.severity != Severity::Error)
                {
                    continue;
                }
                (*shown, *diagnostics) = (*shown + 1, *diagnostics + group.len());
                let mut first = group.first.clone();
                first.notes.extend(group.others(report));
                show(&first);
            }
            if report.diagnostics.len() > COUNTED {
                out.push_str(&table(report, limits, &shown));
            }
        }
    }
    if !report.diagnostics.is_empty() {
        out.push_str(&report.summary());
        out.push('\n');
    }
    out
}

/// The counts by rule, and the commands that show what is left out.
fn table(report: &Report<'_>, limits: Limits<'_>, shown: &HashMap<&str, (usize, usize)>) -> String {
    let counts = counts(report.diagnostics);
    let width = counts.iter().map(|count| count.id.len()).max().unwrap_or(0);
    let mut out = format!("severity  {:width$}  count  first at\n", "rule");
    for count in &counts {
        let at = report.sources.locate(&count.first.primary);
        let at = at.map(|at| one_line(&format!("{}:{}", at.name(), at.location)));
        let (severity, id, count) = (count.severity, count.id, count.count);
        let _ = writeln!(
            out,
            "{severity:8}  {id:width$}  {count:5}  {}",
            at.unwrap_or_default()
        );
    }
    out.push('\n');
    let before = out.len();
    let mut ids: Vec<&str> = Vec::new();
    for count in &counts {
        if ids.contains(&count.id) {
            continue;
        }
        ids.push(count.id);
        let of_rule = counts.iter().filter(|other| other.id == count.id);
        let total: usize = of_rule.map(|count| count.count).sum();
        let (_, shown) = shown.get(count.id).copied().unwrap_or_default();
        if total > shown {
            let more = if shown > 0 { " more" } else { "" };
            let (left, id) = (total - shown, count.id);
            let command = limits.command.replace("ID", id);
            let _ = writeln!(out, "… and {left}{more} of {id} ({command})");
        }
    }
    if out.len() > before {
        out.push('\n');
    }
    out
}

fn group<'a>(diagnostic: &'a Diagnostic, excerpts: &'a [Excerpt<'a>]) -> Group<'a> {
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
    for excerpt in excerpts {
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
    window: Option<Window>,
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
        // A long line is shown in part, which goes with one label only.
        let window = Window::is_needed(&at).then(|| Window::of(&at));
        let near = excerpts.iter_mut().find(|excerpt| {
            window.is_none()
                && excerpt.window.is_none()
                && excerpt.labels[0].1.source == label.source
                && std::ptr::eq(excerpt.labels[0].0.file, at.file)
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
                window,
                labels: vec![(at, label, kind)],
            }),
        }
    }
    excerpts
}

impl<'a> Excerpt<'a> {
    fn snippet(&'a self) -> Snippet<'a, Annotation<'a>> {
        let (first, ..) = &self.labels[0];
        let file = first.file;
        let range = file.line_range(self.first_line, self.last_line);
        let text = match &self.window {
            Some(window) => window.text.as_str(),
            None => &file.text()[range.start..range.end],
        };
        let annotations = self.labels.iter().map(|(at, label, kind)| {
            let shown = match &self.window {
                Some(window) => window.span.clone(),
                None => {
                    let span = at.first_line();
                    span.start - range.start..span.end - range.start
                }
            };
            let annotation = kind.span(shown);
            match &label.message {
                Some(message) => annotation.label(one_line(message)),
                None => annotation,
            }
        });
        Snippet::source(text)
            .line_start(self.first_line)
            .path(first.name())
            .annotations(annotations.collect::<Vec<_>>())
    }
}

/// Adds what was rendered, with the true locations for those that a renderer computed from parts of
/// lines.
fn push_with_places(out: &mut String, rendered: &str, excerpts: &[Excerpt<'_>]) {
    let mut rest = rendered;
    for window in excerpts
        .iter()
        .filter_map(|excerpt| excerpt.window.as_ref())
    {
        if let Some((before, after)) = rest.split_once(&window.seen) {
            out.push_str(before);
            out.push_str(&window.true_place);
            rest = after;
        }
    }
    out.push_str(rest);
}
