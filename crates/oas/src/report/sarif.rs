use serde_json::{Value, json};

use super::groups::{Count, counts};
use super::input::{Report, RuleInfo};
use super::location::on_side;
use crate::fingerprint::hash;
use crate::sources::Located;
use crate::{Diagnostic, Label, Severity, Sources};

/// SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut used = report.rules.to_vec();
    used.retain(|rule| report.diagnostics.iter().any(|one| one.id == rule.id));
    let results = report.diagnostics.iter();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "oas",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": used.iter().map(rule).collect::<Vec<_>>(),
                }
            },
            // Columns are counted in characters, as everywhere else here.
            "columnKind": "unicodeCodePoints",
            "properties": { "counts": counts(report.diagnostics).iter().map(count).collect::<Vec<_>>() },
            "results": results.filter_map(|one| result(report, &used, one)).collect::<Vec<_>>(),
        }]
    });
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn count(count: &Count<'_>) -> Value {
    json!({ "ruleId": count.id, "level": level(count.severity), "count": count.count })
}

fn rule(rule: &RuleInfo<'_>) -> Value {
    let mut described = json!({
        "id": rule.id,
        "shortDescription": { "text": rule.summary },
        "help": { "text": rule.summary, "markdown": rule.documentation },
        "defaultConfiguration": { "level": level(rule.severity) },
    });
    if let Some(uri) = rule.uri(env!("CARGO_PKG_REPOSITORY")) {
        described["helpUri"] = uri.into();
    }
    described
}

fn result(report: &Report<'_>, rules: &[RuleInfo<'_>], diagnostic: &Diagnostic) -> Option<Value> {
    let at = report.sources.locate(&diagnostic.primary)?;
    let secondary = diagnostic.secondary.iter();
    let related = secondary
        .filter_map(|label| location(report.sources, &report.sources.locate(label)?, label));
    let notes = diagnostic.notes.iter().chain(&diagnostic.help);
    let message = std::iter::once(diagnostic.message.as_str()).chain(notes.map(String::as_str));
    let mut result = json!({
        "ruleId": diagnostic.id,
        "level": level(diagnostic.severity),
        "message": { "text": message.collect::<Vec<_>>().join("\n") },
        "locations": [location(report.sources, &at, &diagnostic.primary)],
        "partialFingerprints": { "idPointerMessage/v1": fingerprint(diagnostic) },
    });
    if let Some(index) = rules.iter().position(|rule| rule.id == diagnostic.id) {
        result["ruleIndex"] = index.into();
    }
    let mut properties = diagnostic.properties.clone();
    for side in ["base", "revision"] {
        let location = on_side(report, diagnostic, side);
        if let Some(Ok(location)) = location.map(serde_json::to_value) {
            properties.insert(side.to_owned(), location);
        }
    }
    if !properties.is_empty() {
        result["properties"] = Value::Object(properties);
    }
    let related = related.collect::<Vec<_>>();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    Some(result)
}

fn location(sources: &Sources<'_>, at: &Located<'_>, label: &Label) -> Option<Value> {
    let end = at.file.location(crate::Span {
        start: at.location.span.end,
        end: at.location.span.end,
    });
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(at.file.name()) },
            "region": {
                "startLine": at.location.line,
                "startColumn": at.location.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
    });
    if let Some(pointer) = sources.pointer(label) {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": pointer.as_str() }]);
    }
    if let Some(message) = &label.message {
        location["message"] = json!({ "text": message });
    }
    Some(location)
}

/// A path as a relative URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into());
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// Fingerprint that does not change when lines move: id, pointer and message. Without a pointer to
/// the location itself, the first one of the other labels is used.
fn fingerprint(diagnostic: &Diagnostic) -> String {
    let secondary = diagnostic.secondary.iter();
    let mut labels = std::iter::once(&diagnostic.primary).chain(secondary);
    let pointer = labels.find_map(Label::pointer);
    let parts = [
        diagnostic.id.as_ref(),
        pointer.map_or("", |pointer| pointer.as_str()),
        &diagnostic.message,
    ];
    format!("{:016x}", hash(&parts))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
