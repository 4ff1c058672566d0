use serde::Serialize;

use super::input::Report;
use crate::{Diagnostic, Label, Pointer};

/// A location: file, JSON pointer, lines and columns counted from 1 (columns in characters), and
/// the range in bytes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location<'a> {
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

/// The location on one side of a comparison.
pub(super) fn on_side<'a>(
    report: &Report<'a>,
    diagnostic: &'a Diagnostic,
    side: &str,
) -> Option<Location<'a>> {
    let mut labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
    labels.find_map(|label| located(report, label).filter(|one| one.side == Some(side)))
}

/// The location of a label.
pub(super) fn located<'a>(report: &Report<'a>, label: &'a Label) -> Option<Location<'a>> {
    let at = report.sources.locate(label)?;
    Some(Location {
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
