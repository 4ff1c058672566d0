use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use oas::Document;
use oas::diff::{Finding, Options, diff};
use serde_json::Value;

/// Holds the comparison against a directory of pairs with verdicts: its `cases.json` is a list of
/// `{base, revision, verdict}`, where the verdict is `breaking` or `non-breaking`.
///
/// # Errors
/// When the list or one of the documents cannot be read.
pub(super) fn score(directory: &Path, options: &Options) -> Result<String> {
    let list = directory.join("cases.json");
    let text =
        std::fs::read_to_string(&list).with_context(|| format!("read {}", list.display()))?;
    let cases: Vec<Value> = serde_json::from_str(&text)
        .with_context(|| format!("read {} as a list of cases", list.display()))?;
    let (mut breaking, mut found, mut others, mut flagged) = (0, 0, 0, 0);
    let mut disagreements = String::new();
    for case in &cases {
        let field = |key: &str| case.get(key).and_then(Value::as_str).unwrap_or_default();
        let load = |key: &str| {
            let path = directory.join(field(key));
            Document::load(&path).with_context(|| format!("load {}", path.display()))
        };
        let findings = diff(&load("base")?, &load("revision")?, options).changes;
        let breaks = findings.iter().any(Finding::is_breaking);
        let expected = field("verdict") == "breaking";
        if expected {
            breaking += 1;
            found += usize::from(breaks);
        } else {
            others += 1;
            flagged += usize::from(breaks);
        }
        if breaks != expected {
            let what = if expected { "missed" } else { "flagged" };
            writeln!(
                disagreements,
                "{what}: {} -> {}",
                field("base"),
                field("revision")
            )?;
            for finding in findings
                .iter()
                .filter(|finding| expected || finding.is_breaking())
            {
                writeln!(
                    disagreements,
                    "  {} {}: {}",
                    finding.severity, finding.id, finding.message
                )?;
            }
        }
    }
    Ok(format!(
        "breaking pairs found: {found} of {breaking}\nnon-breaking pairs flagged: {flagged} of {others}\n{disagreements}"
    ))
}
