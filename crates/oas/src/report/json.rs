use serde::Serialize;
use serde_json::{Map, Value};

use super::Report;
use super::groups::counts;
use crate::{Diagnostic, Label, Pointer, Severity};

/// The version of this format. It grows when a field changes its meaning or goes away, not when one is added.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Root<'a> {
    version: u32,
    summary: Summary<'a>,
    findings: Vec<Finding<'a>>,
}

/// The counts: by severity, and by rule.
#[derive(Serialize)]
struct Summary<'a> {
    error: usize,
    warning: usize,
    info: usize,
    rules: Vec<RuleCount<'a>>,
}

#[derive(Serialize)]
struct RuleCount<'a> {
    id: &'a str,
    severity: Severity,
    count: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    id: &'a str,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    primary: Place<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Place<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(flatten)]
    properties: &'a Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<Place<'a>>,
}

/// A place: file, JSON pointer, lines and columns counted from 1 (columns in characters), and the range in bytes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<Pointer>,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
}

pub(super) fn render(report: &Report<'_>) -> String {
    let findings = report.diagnostics.iter();
    let of = |severity| {
        let counted = report.diagnostics.iter();
        counted.filter(|one| one.severity == severity).count()
    };
    let rules = counts(report.diagnostics)
        .into_iter()
        .map(|count| RuleCount {
            id: count.id,
            severity: count.severity,
            count: count.count,
        });
    let root = Root {
        version: VERSION,
        summary: Summary {
            error: of(Severity::Error),
            warning: of(Severity::Warning),
            info: of(Severity::Info),
            rules: rules.collect(),
        },
        findings: findings.filter_map(|one| finding(report, one)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn finding<'a>(report: &Report<'a>, diagnostic: &'a Diagnostic) -> Option<Finding<'a>> {
    let secondary = diagnostic.secondary.iter();
    Some(Finding {
        id: &diagnostic.id,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        primary: place(report, &diagnostic.primary)?,
        related: secondary.filter_map(|label| place(report, label)).collect(),
        notes: &diagnostic.notes,
        help: diagnostic.help.as_deref(),
        properties: &diagnostic.properties,
        base: on_side(report, diagnostic, "base"),
        revision: on_side(report, diagnostic, "revision"),
    })
}

/// The location on one side of a comparison.
fn on_side<'a>(report: &Report<'a>, diagnostic: &'a Diagnostic, side: &str) -> Option<Place<'a>> {
    let mut labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
    labels.find_map(|label| place(report, label).filter(|place| place.side == Some(side)))
}

fn place<'a>(report: &Report<'a>, label: &'a Label) -> Option<Place<'a>> {
    let at = report.sources.locate(label)?;
    Some(Place {
        file: at.file.name(),
        side: at.role(),
        pointer: report.sources.pointer(label),
        line: at.location.line,
        column: at.location.column,
        start: at.location.span.start,
        end: at.location.span.end,
        label: label.message.as_deref(),
    })
}
