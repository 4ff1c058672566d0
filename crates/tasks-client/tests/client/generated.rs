//! The source that was compiled into this crate, as snapshots for review: one for each type and
//! operation, and an index of all public names.

use std::{collections::BTreeMap, error::Error, fs, path::Path};

use client_codegen::surface::{Surface, index, parts};
use serde_json::Value;

/// Relative to the workspace.
const SNAPSHOTS: &str = "crates/tasks-client/tests/snapshots/generated";
const SOURCE: &str = include_str!(concat!(env!("OUT_DIR"), "/generated.rs"));

#[test]
fn snapshots_equal_the_compiled_source() -> Result<(), Box<dyn Error>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../")
        .join(SNAPSHOTS);
    let mut current: BTreeMap<String, String> = BTreeMap::new();
    current.insert("index".to_owned(), index(SOURCE)?);
    current.extend(
        parts(SOURCE)?
            .into_iter()
            .map(|part| (part.name, part.source)),
    );

    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(&directory);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|value| value == "always") {
        settings.bind(|| {
            current
                .iter()
                .for_each(|(name, source)| insta::assert_snapshot!(name.as_str(), source))
        });
        return Ok(());
    }
    // Compared here and not by insta, whose advice names a tool that this workspace does not have.
    let committed = committed(&directory)?;
    let mut report = Vec::new();
    for (name, source) in &current {
        match committed.get(name) {
            Some(snapshot) if snapshot.trim_end() == source.trim_end() => {}
            Some(_) => report.push(format!("stale: {SNAPSHOTS}/{name}.snap")),
            None => report.push(format!("missing: {SNAPSHOTS}/{name}.snap")),
        }
    }
    report.extend(
        committed
            .keys()
            .filter(|name| !current.contains_key(*name))
            .map(|name| format!("orphaned: {SNAPSHOTS}/{name}.snap")),
    );
    assert!(
        report.is_empty(),
        "run `cargo xtask generate` and review the difference\n{}",
        report.join("\n")
    );
    Ok(())
}

/// The snapshots without their headers, by name.
fn committed(directory: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut snapshots = BTreeMap::new();
    for entry in fs::read_dir(directory).into_iter().flatten() {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str()?.strip_suffix(".snap"))
            .map(str::to_owned);
        let text = fs::read_to_string(&path)?;
        let content = text
            .splitn(3, "---\n")
            .nth(2)
            .unwrap_or_default()
            .to_owned();
        snapshots.extend(name.map(|name| (name, content)));
    }
    Ok(snapshots)
}

#[test]
fn parts_contain_all_of_the_source() -> Result<(), Box<dyn Error>> {
    let parts = parts(SOURCE)?;
    let of_parts = Surface::read(parts.iter().map(|part| part.source.as_str()))?;
    assert!(of_parts == Surface::read([SOURCE])?);
    Ok(())
}

#[test]
fn output_does_not_depend_on_the_order_of_keys() -> Result<(), Box<dyn Error>> {
    let document = oas::Document::parse("tasks.yaml", tasks_client::DOCUMENT)?;
    let reordered = reversed(document.root()).to_string();
    let settings = client_codegen::Settings::new("crate::generated").facade();
    assert_ne!(reordered, document.root().to_string());
    assert!(
        client_codegen::generate(&reordered, &settings)?
            == client_codegen::generate(tasks_client::DOCUMENT, &settings)?
    );
    Ok(())
}

/// The same value with the keys of every object in the opposite order.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(object) => object
            .iter()
            .rev()
            .map(|(key, value)| (key.clone(), reversed(value)))
            .collect(),
        Value::Array(items) => items.iter().map(reversed).collect(),
        _ => value.clone(),
    }
}
