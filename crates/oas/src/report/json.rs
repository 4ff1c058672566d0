use serde::Serialize;
use serde_json::{Map, Value};

use super::groups::counts;
use super::input::{Report, pages};
use super::location::{Location, located, on_side};
use crate::{Diagnostic, Severity};

/// The version of this format. It is incremented when a field changes its meaning or is removed,
/// not when one is added.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Root<'a> {
    version: u32,
    summary: Summary<'a>,
    findings: Vec<Item<'a>>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    id: &'a str,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    primary: Location<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(flatten)]
    properties: &'a Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<Location<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<Location<'a>>,
}

pub(super) fn render(report: &Report<'_>) -> String {
    let diagnostics = report.diagnostics.iter();
    let of = |severity| {
        let counted = report.diagnostics.iter();
        counted.filter(|one| one.severity == severity).count()
    };
    let mut pages = pages(report.rules);
    let rules = counts(report.diagnostics)
        .into_iter()
        .map(|count| RuleCount {
            id: count.id,
            severity: count.severity,
            count: count.count,
            page: pages.remove(count.id),
        });
    let root = Root {
        version: VERSION,
        summary: Summary {
            error: of(Severity::Error),
            warning: of(Severity::Warning),
            info: of(Severity::Info),
            rules: rules.collect(),
        },
        findings: diagnostics.filter_map(|one| item(report, one)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn item<'a>(report: &Report<'a>, diagnostic: &'a Diagnostic) -> Option<Item<'a>> {
    let secondary = diagnostic.secondary.iter();
    Some(Item {
        id: &diagnostic.id,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        primary: located(report, &diagnostic.primary)?,
        related: secondary
            .filter_map(|label| located(report, label))
            .collect(),
        notes: &diagnostic.notes,
        help: diagnostic.help.as_deref(),
        properties: &diagnostic.properties,
        base: on_side(report, diagnostic, "base"),
        revision: on_side(report, diagnostic, "revision"),
    })
}
