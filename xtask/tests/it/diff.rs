//! `cargo xtask diff` of the operations of this workspace: the migration guide.

use std::process::Command;

use crate::workspace::root;

fn diff(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("diff").args(arguments).current_dir(root());
    let output = command.env("NO_COLOR", "1").output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("text");
    (output.status.code(), text)
}

const BASE: &str = "openapi/tasks.yaml#createPrototypeTask";
const REVISION: &str = "openapi/tasks.yaml#createTask";

/// The messages without excerpts, whose line numbers change with every edit of the document.
#[test]
fn successor_accepts_what_the_deprecated_operation_accepts() {
    let (code, text) = diff(&[BASE, REVISION, "--today", "2026-03-01"]);
    assert_eq!(code, Some(0), "{text}");
    let kept = ["error[", "warning[", "info[", "rust: "];
    let lines = text.lines();
    let lines = lines.filter(|line| kept.iter().any(|start| line.starts_with(start)));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn json_has_no_changes_of_the_rust_api() {
    let (code, text) = diff(&[BASE, REVISION, "--format", "json"]);
    assert_eq!(code, Some(0), "{text}");
    serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
}
