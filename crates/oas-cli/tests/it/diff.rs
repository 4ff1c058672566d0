//! The command `oas diff`.

use std::path::Path;
use std::process::{Command, Output};

use indoc::indoc;

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
fn shows_base_and_revision_of_a_breaking_change() {
    let directory = directory();
    let output = oas(directory.path(), &["base.yaml", "revision.yaml"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert_snapshot!(text(&output.stdout));
}

#[test]
fn exits_with_0_without_changes() {
    let directory = directory();
    let output = oas(directory.path(), &["base.yaml", "base.yaml"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "no changes\n");
}

#[test]
fn exits_with_2_if_a_document_cannot_be_read() {
    let output = oas(directory().path(), &["base.yaml", "missing.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("missing.yaml"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn unused_approval_of_the_base_is_not_an_error() {
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
        indoc! {"
            paths:
              /items:
                put:
                  operationId: putItems
                  parameters: [{name: color, in: query, required: true, schema: {type: string}}]
                  responses: {'200': {description: done, content: {application/json: {schema: {type: object}}}}}
        "},
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
    // A change that fixes the base does not fail.
    let (code, complete, ids) = json("dangling.yaml", "base.yaml");
    assert_eq!((code, complete), (Some(1), false.into()));
    assert!(ids.contains("warning reference-dangling"), "{ids}");
}

#[test]
fn rejects_other_documents() {
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
fn explains_differences_in_notation() {
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

/// Compares with a document from the standard input.
fn piped(directory: &Path, arguments: &[&str], document: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_oas"));
    command
        .arg("diff")
        .args(arguments)
        .current_dir(directory)
        .env("NO_COLOR", "1")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    // The command may reject its arguments before it reads.
    let _ = std::io::Write::write_all(&mut stdin, document.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

#[test]
fn reads_one_document_from_the_standard_input() {
    let directory = directory();
    let revision = std::fs::read_to_string(directory.path().join("revision.yaml"));
    let revision = revision.expect("a file");
    for (arguments, document, code) in [
        (["-", "revision.yaml"], BASE, 1),
        (["base.yaml", "-"], revision.as_str(), 1),
        (["base.yaml", "-"], BASE, 0),
        // The output of a command that failed, such as `git show`.
        (["-", "revision.yaml"], "", 2),
    ] {
        let output = piped(directory.path(), &arguments, document);
        let shown = text(&output.stdout);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {shown}");
        let is_removed = shown.contains("property `color` was removed");
        assert_eq!(is_removed, code == 1, "{shown}");
    }
    let output = piped(directory.path(), &["-", "-"], BASE);
    assert_eq!(output.status.code(), Some(2));
    let message = text(&output.stderr);
    assert!(message.contains("both documents"), "{message}");
}

/// Review tools read the page of the kind and both locations from fields.
#[test]
fn json_and_sarif_have_the_page_and_both_locations() {
    let directory = directory();
    let parsed = |format: &str| -> serde_json::Value {
        let arguments = ["base.yaml", "revision.yaml", "--format", format];
        let output = oas(directory.path(), &arguments);
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let json = parsed("json");
    let counted = json["summary"]["rules"].as_array().expect("a list");
    for rule in counted {
        let id = rule["id"].as_str().unwrap_or_default();
        assert_eq!(rule["page"], format!("crates/oas/changes.md#{id}"));
    }
    assert_eq!(counted.len(), 2);
    let sarif = parsed("sarif");
    let of_json = json["findings"].as_array().expect("a list");
    let of_sarif = sarif["runs"][0]["results"].as_array().expect("a list");
    assert_eq!(of_json.len(), of_sarif.len());
    for (one, other) in of_json.iter().zip(of_sarif) {
        for side in ["base", "revision"] {
            assert_eq!(one[side]["file"], format!("{side}.yaml"));
            assert_eq!(one[side], other["properties"][side]);
        }
    }
}

#[test]
fn a_long_report_has_some_changes_of_each_kind_and_all_on_request() {
    let directory = directory();
    let properties: String = (0..30)
        .map(|number| format!("                  p{number}: {{type: string}}\n"))
        .collect();
    let place = "                  name: {type: string}\n";
    let many = BASE.replace(place, &format!("{place}{properties}"));
    std::fs::write(directory.path().join("many.yaml"), many).expect("there is room for a file");
    let shown = |arguments: &[&str]| {
        let output = oas(
            directory.path(),
            &[&["base.yaml", "many.yaml"], arguments].concat(),
        );
        text(&output.stdout)
    };
    let short = shown(&[]);
    assert!(
        short.contains("… and 30 of response-optional-property-added (--all)"),
        "{short}"
    );
    assert!(short.contains(" 30  many.yaml (revision):"), "{short}");
    let all = shown(&["--all"]);
    assert_eq!(
        all.matches("[response-optional-property-added]").count(),
        30
    );
    assert_eq!(all.lines().last(), short.lines().last());
}
