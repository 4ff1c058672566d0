use oas::diff::Summary;
use oas::report::{Format, Report};
use serde_json::{Value, json};

use crate::cause::Cause;
use crate::outcome::Outcome;

/// Renders the report's JSON with the fields of a review: `summary`, `package` and `rust`.
pub(crate) fn render(outcome: &Outcome<'_>, report: &Report<'_>) -> String {
    let text = report.render(Format::Json, false);
    let mut root: Value = serde_json::from_str(&text).unwrap_or_default();
    let summary = Summary::of(&outcome.changes);
    let release = outcome.input.release;
    let baseline = release.baseline.as_ref();
    root["complete"] = json!(outcome.input.unreadable_base.is_none());
    // In addition to the counts by severity and rule.
    for (key, count) in [
        ("breaking", summary.breaking),
        ("approved", summary.approved),
        ("perhapsBreaking", summary.unsure),
        ("compatible", summary.compatible),
        ("documentation", summary.documentation),
    ] {
        root["summary"][key] = json!(count);
    }
    root["package"] = json!({
        "names": release.packages,
        "since": baseline.map(|baseline| &baseline.since),
        "before": baseline.map(|baseline| baseline.version.to_string()),
        "declared": release.declared.to_string(),
        "bump": outcome.verdict.bump,
        "needed": outcome.verdict.needed.to_string(),
        "isEnough": outcome.verdict.is_enough,
    });
    let rust = outcome.rust.iter().map(|one| {
        json!({
            "path": one.change.path,
            "level": one.change.level.to_string(),
            "message": one.change.to_string(),
            "cause": match one.cause {
                Cause::Change(index) => outcome.changes.get(index).map(|change| change.id.as_str()),
                Cause::Generator => Some("generator"),
                Cause::Unknown => None,
            },
        })
    });
    root["rust"] = rust.collect();
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}
