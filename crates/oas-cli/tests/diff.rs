//! `oas diff`, as its users call it.

use std::path::Path;
use std::process::{Command, Output};

const BASE: &str = "\
openapi: 3.0.3
info: {title: things, version: '1'}
paths:
  /things:
    get:
      operationId: listThings
      responses:
        '200':
          description: done
          content:
            application/json:
              schema:
                type: object
                properties:
                  name: {type: string}
                  color: {type: string}
";

fn oas(directory: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_oas"));
    command
        .arg("diff")
        .args(arguments)
        .current_dir(directory)
        .env("NO_COLOR", "1");
    command.output().expect("the command runs")
}

fn git(directory: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .current_dir(directory)
        .args(["-c", "user.name=t", "-c", "user.email=t@example.com"]);
    let status = command
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "")
        .status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "git {arguments:?}"
    );
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn directory() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("there is room for a directory");
    let write = |name: &str, text: &str| {
        std::fs::write(directory.path().join(name), text).expect("there is room for a file");
    };
    write("base.yaml", BASE);
    let revision = BASE.replace("                  color: {type: string}\n", "");
    write(
        "revision.yaml",
        &revision.replace("listThings", "showThings"),
    );
    directory
}

#[test]
fn what_breaks_is_shown_on_both_sides() {
    let directory = directory();
    let output = oas(directory.path(), &["base.yaml", "revision.yaml"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn no_change_is_success() {
    let directory = directory();
    let output = oas(directory.path(), &["base.yaml", "base.yaml"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "no changes\n");
}

#[test]
fn a_document_that_cannot_be_read_is_an_error_of_its_own() {
    let output = oas(directory().path(), &["base.yaml", "missing.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("missing.yaml"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn what_was_accepted_in_the_base_may_be_deleted() {
    let directory = directory();
    let path = directory.path();
    std::fs::write(
        path.join("approvals.yaml"),
        "[{fingerprint: cold, reason: once}]",
    )
    .expect("there is room for a file");
    git(path, &["init", "--quiet"]);
    git(path, &["add", "."]);
    git(path, &["commit", "--quiet", "-m", "base"]);
    let output = oas(
        path,
        &[
            "HEAD:base.yaml",
            "base.yaml",
            "--approvals",
            "approvals.yaml",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(
        text(&output.stdout).contains("approval-unused"),
        "{}",
        text(&output.stdout)
    );
    let output = oas(
        path,
        &["base.yaml", "base.yaml", "--approvals", "approvals.yaml"],
    );
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
}

#[test]
fn annotations_are_at_the_revision() {
    let directory = directory();
    let output = oas(
        directory.path(),
        &["base.yaml", "revision.yaml", "--format", "github"],
    );
    let shown = text(&output.stdout);
    assert!(
        shown
            .lines()
            .filter(|line| line.starts_with("::"))
            .all(|line| line.contains("file=revision.yaml")),
        "{shown}"
    );
}

#[test]
fn a_score_lists_what_was_missed_and_what_was_flagged() {
    let directory = directory();
    let cases = r#"[
        {"base": "base.yaml", "revision": "revision.yaml", "verdict": "breaking"},
        {"base": "base.yaml", "revision": "revision.yaml", "verdict": "non-breaking"},
        {"base": "base.yaml", "revision": "base.yaml", "verdict": "breaking"}
    ]"#;
    std::fs::write(directory.path().join("cases.json"), cases).expect("there is room for a file");
    let output = oas(directory.path(), &["--score", "."]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
}
