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
    assert_snapshot!(text(&output.stdout));
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
fn compares_two_operations_as_versions_of_one() {
    let directory = directory();
    let both = BASE.replace(
        "paths:\n",
        "paths:\n  /items:\n    put:\n      operationId: putItems\n      parameters: [{name: color, in: query, required: true, schema: {type: string}}]\n      responses: {'200': {description: done, content: {application/json: {schema: {type: object}}}}}\n",
    );
    std::fs::write(directory.path().join("both.yaml"), both).expect("there is room for a file");
    let output = oas(
        directory.path(),
        &["both.yaml#listThings", "both.yaml#putItems"],
    );
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert_snapshot!(text(&output.stdout));
    let output = oas(
        directory.path(),
        &["both.yaml#listThing", "both.yaml#putItems"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("did you mean `listThings`?"));
}

#[test]
fn compares_the_rest_of_a_document_with_an_unresolved_reference() {
    let directory = directory();
    let revision = BASE
        .replace(
            "name: {type: string}",
            "name: {$ref: '#/components/schemas/Name'}",
        )
        .replace("color: {type: string}", "color: {type: integer}");
    std::fs::write(directory.path().join("dangling.yaml"), revision)
        .expect("there is room for a file");
    let json = |base: &str, revision: &str| {
        let output = oas(directory.path(), &[base, revision, "--format", "json"]);
        let root: serde_json::Value =
            serde_json::from_slice(&output.stdout).expect("the output is JSON");
        let ids = root["findings"].as_array().into_iter().flatten();
        let ids: Vec<String> = ids
            .map(|one| format!("{} {}", one["severity"], one["id"]))
            .collect();
        (
            output.status.code(),
            root["complete"].clone(),
            ids.join(", ").replace('"', ""),
        )
    };
    let (code, complete, ids) = json("base.yaml", "dangling.yaml");
    assert_eq!((code, complete), (Some(2), false.into()));
    assert!(ids.contains("error reference-dangling"), "{ids}");
    assert!(
        ids.contains("error response-property-type-changed"),
        "{ids}"
    );
    // The pull request that fixes a document can be reviewed.
    let (code, complete, ids) = json("dangling.yaml", "base.yaml");
    assert_eq!((code, complete), (Some(1), false.into()));
    assert!(ids.contains("warning reference-dangling"), "{ids}");
}

#[test]
fn rejects_what_is_not_an_openapi_document() {
    let directory = directory();
    for (name, content, message) in [
        ("empty.yaml", "", "the document is empty"),
        ("list.yaml", "[]", "the document is not an object"),
        (
            "swagger.yaml",
            "{swagger: '2.0', paths: {}}",
            "Swagger 2.0 is not supported",
        ),
        ("plain.yaml", "{paths: {}}", "`openapi` is missing"),
    ] {
        std::fs::write(directory.path().join(name), content).expect("there is room for a file");
        for pair in [[name, "base.yaml"], ["base.yaml", name]] {
            let output = oas(directory.path(), &pair);
            assert_eq!(output.status.code(), Some(2), "{pair:?}");
            let shown = text(&output.stdout);
            assert!(shown.contains(message), "{pair:?}: {shown}");
            assert!(!shown.contains("removed"), "{pair:?}: {shown}");
        }
    }
}

#[test]
fn denies_warnings_and_kinds_on_request() {
    let directory = directory();
    let revision = BASE.replace("listThings", "showThings");
    std::fs::write(directory.path().join("renamed.yaml"), revision)
        .expect("there is room for a file");
    let code = |deny: &[&str]| {
        let arguments = [&["base.yaml", "renamed.yaml"], deny].concat();
        oas(directory.path(), &arguments).status.code()
    };
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--deny", "warning"]), Some(0));
    assert_eq!(code(&["--deny", "api-operation-id-changed"]), Some(1));
    assert_eq!(code(&["--deny", "info"]), Some(1));
    assert_eq!(code(&["--deny", "no-such-kind"]), Some(2));
}

#[test]
fn explains_differences_in_writing() {
    let directory = directory();
    let revision = BASE.replace(
        "name: {type: string}",
        "name: {type: string, nullable: false, minLength: 0}",
    );
    std::fs::write(directory.path().join("written.yaml"), revision)
        .expect("there is room for a file");
    let output = oas(
        directory.path(),
        &["base.yaml", "written.yaml", "--explain"],
    );
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(text(&output.stdout));
}

#[test]
fn json_has_fields_for_every_change() {
    let directory = directory();
    let revision = BASE.replace("color: {type: string}", "color: {type: integer}");
    std::fs::write(directory.path().join("typed.yaml"), revision)
        .expect("there is room for a file");
    let output = oas(
        directory.path(),
        &["base.yaml", "typed.yaml", "--format", "json"],
    );
    assert_snapshot!(text(&output.stdout));
}
