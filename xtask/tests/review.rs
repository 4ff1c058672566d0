//! `cargo xtask review` in a repository of its own: what it compares with, what it makes of decisions, and how it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Things, version: '1', description: What there is.}
servers: [{url: 'https://things.example.com'}]
security: []
paths:
  /things:
    get:
      operationId: listThings
      summary: List the things
      description: Lists the things.
      responses:
        '200':
          description: The things.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
              example: {name: Chair}
        4XX: {description: Refused.}
components:
  schemas:
    Thing:
      type: object
      description: A thing.
      properties:
        name: {type: string, description: Its name.}
        color: {type: string, description: Its color.}
";
const COLOR: &str = "        color: {type: string, description: Its color.}\n";

/// A repository with a document, the snapshots of its client, and a package.
struct Repository(TempDir);

impl Repository {
    /// One commit on `main`, and a branch from it.
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("there is room"));
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.document(DOCUMENT);
        repository.version("0.1.0");
        repository.commit();
        repository.git(&["checkout", "--quiet", "-b", "change"]);
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, arguments: &[&str]) {
        let status = Command::new("git")
            .current_dir(self.path())
            .args(["-c", "user.name=t", "-c", "user.email=t@example.com"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "")
            .status();
        assert!(status.is_ok_and(|status| status.success()), "{arguments:?}");
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "m"]);
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        let folder = path.parent().expect("a folder");
        fs::create_dir_all(folder).expect("there is room");
        fs::write(path, text).expect("there is room");
    }

    /// Writes a document and everything generated from it.
    fn document(&self, text: &str) {
        self.write("openapi/tasks.yaml", text);
        let output = self.xtask(&["generate"]);
        assert!(output.status.success(), "{output:?}");
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(arguments).current_dir(self.path());
        command.env("NO_COLOR", "1").output().expect("xtask runs")
    }

    fn version(&self, version: &str) {
        let manifest = format!("[package]\nname = \"tasks-client\"\nversion = \"{version}\"\n");
        self.write("crates/tasks-client/Cargo.toml", &manifest);
    }

    fn approve(&self, fingerprint: &str) {
        let text = format!("- fingerprint: {fingerprint}\n  reason: Agreed with all callers.\n");
        self.write("openapi/approvals.yaml", &text);
    }

    fn review(&self, arguments: &[&str]) -> Review {
        let arguments = [&["review"], arguments, &["--today", "2030-01-01"]].concat();
        Review(self.xtask(&arguments))
    }
}

struct Review(Output);

impl Review {
    /// Asserts how it ended, and gives what it said.
    fn ends_with(self, code: i32) -> String {
        let said = [self.0.stdout, self.0.stderr].concat();
        let said = String::from_utf8(said).expect("text");
        assert_eq!(self.0.status.code(), Some(code), "{said}");
        said
    }
}

fn without_color() -> String {
    DOCUMENT.replace(COLOR, "")
}

fn fingerprint(repository: &Repository) -> String {
    let shown = repository.review(&["--format", "json"]).ends_with(1);
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    let notes = shown["findings"][0]["notes"].as_array().expect("notes");
    let mut notes = notes.iter().filter_map(Value::as_str);
    let found = notes.find_map(|note| note.strip_prefix("fingerprint: "));
    found.expect("a fingerprint").to_owned()
}

#[test]
fn a_branch_is_compared_with_where_it_left_main() {
    let repository = Repository::new();
    let said = repository.review(&[]).ends_with(0);
    assert!(said.starts_with("no changes"), "{said}");

    repository.document(&without_color());
    repository.commit();
    let said = repository.review(&[]).ends_with(1);
    assert!(said.contains("error[response-property-removed]"), "{said}");
    assert!(said.contains("tasks-client 0.1.0: needs 0.2.0"), "{said}");
    // What main does in the meantime is not this branch's.
    repository.git(&["checkout", "--quiet", "main"]);
    repository.document(&DOCUMENT.replace("Its name.", "Its own name."));
    repository.commit();
    repository.git(&["checkout", "--quiet", "change"]);
    let said = repository.review(&[]).ends_with(1);
    assert!(!said.contains("Its own name."), "{said}");

    // Neither does it matter where the command is started, or whether a branch is checked out.
    repository.git(&["checkout", "--quiet", "--detach"]);
    repository.review(&[]).ends_with(1);
    let said = repository.review(&["--base", "HEAD"]).ends_with(0);
    assert!(said.starts_with("no changes"), "{said}");
    repository.write("older.yaml", DOCUMENT);
    repository.review(&["--base", "older.yaml"]).ends_with(1);
}

#[test]
fn a_change_that_was_approved_with_it_passes() {
    let repository = Repository::new();
    repository.document(&without_color());
    let fingerprint = fingerprint(&repository);
    repository.version("0.2.0");
    repository.review(&[]).ends_with(1);
    repository.approve(&fingerprint);
    let said = repository.review(&[]).ends_with(0);
    assert!(said.contains("Agreed with all callers."), "{said}");
    repository.commit();

    // The next change finds the approval there: it may go, and need not.
    let said = repository.review(&["--base", "HEAD"]).ends_with(0);
    assert!(said.contains("info[approval-unused]"), "{said}");
    // One that is new and matches nothing is a mistake.
    repository.approve("c0123456789abcde");
    let said = repository.review(&["--base", "HEAD"]).ends_with(1);
    assert!(said.contains("error[approval-unmatched]"), "{said}");
    assert!(said.contains("openapi/approvals.yaml:1:3"), "{said}");
}

#[test]
fn a_level_may_be_chosen() {
    let repository = Repository::new();
    repository.document(&without_color());
    repository.version("0.2.0");
    repository.write("openapi/levels.yaml", "response-property-removed: info\n");
    repository.review(&[]).ends_with(0);
}

#[test]
fn the_version_is_measured_from_the_last_release() {
    let repository = Repository::new();
    repository.git(&["tag", "tasks-client-v0.1.0"]);
    repository.document(&without_color());
    repository.commit();
    // Nothing is new since the base, and yet the release lacks the removal.
    let said = repository.review(&["--base", "HEAD"]).ends_with(1);
    assert!(said.contains("needs 0.2.0"), "{said}");
    assert!(said.contains("tasks-client-v0.1.0"), "{said}");
    repository.version("0.2.0");
    repository.review(&["--base", "HEAD"]).ends_with(0);
}

#[test]
fn stale_snapshots_are_named() {
    let repository = Repository::new();
    let text = DOCUMENT.replace(
        COLOR,
        "        size: {type: integer, description: Its size.}\n",
    );
    repository.write("openapi/tasks.yaml", &text);
    let said = repository.review(&[]).ends_with(1);
    assert!(said.contains("type.Thing.snap is stale"), "{said}");
    assert!(said.contains("cargo xtask generate"), "{said}");
}

#[test]
fn a_shallow_clone_is_told_what_to_fetch() {
    let repository = Repository::new();
    for name in ["One thing.", "Another thing."] {
        repository.document(&DOCUMENT.replace("A thing.", name));
        repository.commit();
    }
    repository.git(&["checkout", "--quiet", "main"]);
    repository.document(&DOCUMENT.replace("A thing.", "Some thing."));
    repository.commit();
    let clone = Repository(tempfile::tempdir().expect("there is room"));
    let from = format!("file://{}", repository.path().display());
    clone.git(&[
        "clone",
        "--quiet",
        "--depth=1",
        "--no-single-branch",
        &from,
        ".",
    ]);
    clone.git(&["checkout", "--quiet", "change"]);
    let said = clone.review(&[]).ends_with(2);
    assert!(said.contains("git fetch --unshallow"), "{said}");
}

#[test]
fn what_cannot_be_compared_is_said() {
    let repository = Repository::new();
    let said = repository.review(&["--base", "nowhere"]).ends_with(2);
    assert!(
        said.contains("failed to find the revision `nowhere`"),
        "{said}"
    );
    let said = repository.review(&["--base", "--help=x"]).ends_with(2);
    assert!(said.contains("error:"), "{said}");
    repository.write("openapi/tasks.yaml", "paths: [\n");
    let said = repository.review(&[]).ends_with(2);
    assert!(said.contains("openapi/tasks.yaml:"), "{said}");

    // A base from before the document.
    repository.git(&["checkout", "--quiet", "--orphan", "before"]);
    repository.git(&["rm", "-r", "--quiet", "--force", "."]);
    repository.write("README.md", "Things.\n");
    repository.commit();
    repository.document(DOCUMENT);
    repository.version("0.1.0");
    let said = repository.review(&["--base", "before"]).ends_with(2);
    assert!(
        said.contains("failed to find openapi/tasks.yaml in"),
        "{said}"
    );
    // Histories that have nothing in common, and a main that is not there.
    let said = repository.review(&[]).ends_with(2);
    assert!(said.contains("--base"), "{said}");
    repository.git(&["branch", "--quiet", "--delete", "--force", "main"]);
    let said = repository.review(&[]).ends_with(2);
    assert!(said.contains("--base"), "{said}");
}
