//! The generator and everything else read the same document: two YAML readers, one tree.

use std::path::Path;

use anyhow::{Context, Result};
use oas::{Document, lint::RULES};
use serde_json::Value;

/// As the generator reads.
fn generators(text: &str) -> Result<Value> {
    let mut value: serde_yaml::Value = serde_yaml::from_str(text)?;
    value.apply_merge()?;
    Ok(serde_json::to_value(value)?)
}

#[test]
fn the_document_is_read_alike() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/tasks.yaml");
    let document = Document::load(&path)?;
    assert_eq!(&generators(document.text())?, document.root());
    Ok(())
}

#[test]
fn the_example_of_every_rule_is_read_alike() -> Result<()> {
    let mut count = 0;
    for rule in RULES {
        for block in rule.documentation.split("\n```yaml,").skip(1) {
            let text = block
                .split_once('\n')
                .and_then(|(_, rest)| rest.split("\n```").next())
                .unwrap_or_default();
            let document = Document::parse(rule.id, text).with_context(|| rule.id)?;
            count += 1;
            // What is out of range is a number here and a string there, and has a diagnostic.
            if rule.id == "number-out-of-range" {
                continue;
            }
            match generators(text) {
                Ok(value) => assert_eq!(&value, document.root(), "{}: {text}", rule.id),
                // The one thing that is a finding here and an error there.
                Err(error) => assert!(
                    error.to_string().contains("duplicate entry"),
                    "{}: {error}",
                    rule.id
                ),
            }
        }
    }
    assert!(
        count >= 2 * RULES.len(),
        "each rule has an example of either kind, and {count} were read"
    );
    Ok(())
}
