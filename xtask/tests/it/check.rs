//! `cargo xtask check` on this workspace.

use std::process::Command;

#[test]
fn check_passes_on_this_workspace() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["check", "--today", "2026-03-01"]);
    let output = command.env("NO_COLOR", "1").output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "{text}");
    let rows = text.lines().map(|line| line.split("  ").next());
    let names = [
        "openapi/tasks.yaml",
        "examples",
        "generated code",
        "snapshots",
        "reference page",
        "rules page",
        "changes page",
        "compiled clients",
    ];
    assert_eq!(rows.collect::<Vec<_>>(), names.map(Some), "{text}");
    assert!(text.lines().all(|line| line.contains("Fresh")), "{text}");
}
