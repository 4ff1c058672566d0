//! Repositories that tests create, and the commands run in them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use indoc::formatdoc;
use tempfile::TempDir;

pub(crate) const DOCUMENT: &str = "\
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
        4XX: {description: Rejected.}
components:
  schemas:
    Thing:
      type: object
      description: A thing.
      properties:
        name: {type: string, description: Its name.}
        color: {type: string, description: Its color.}
";
pub(crate) const COLOR: &str = "        color: {type: string, description: Its color.}\n";

/// A repository with a document, the snapshots of its client, and a package.
pub(crate) struct Repository(pub(crate) TempDir);

impl Repository {
    /// One commit on `main`, and a branch from it.
    pub(crate) fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("there is room"));
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.git(&["config", "user.name", "t"]);
        repository.git(&["config", "user.email", "t@example.com"]);
        repository.version("0.1.0");
        repository.document(DOCUMENT);
        repository.commit();
        repository.git(&["checkout", "--quiet", "-b", "change"]);
        repository
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn git(&self, arguments: &[&str]) {
        let status = Command::new("git")
            .current_dir(self.path())
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "")
            .status();
        assert!(status.is_ok_and(|status| status.success()), "{arguments:?}");
    }

    /// Asserts that no file differs from the last commit.
    pub(crate) fn assert_clean(&self) {
        let mut git = Command::new("git");
        let output = git
            .current_dir(self.path())
            .args(["status", "--porcelain"])
            .output();
        assert_eq!(output.expect("git runs").stdout, b"");
    }

    pub(crate) fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "m"]);
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        let folder = path.parent().expect("a folder");
        fs::create_dir_all(folder).expect("there is room");
        fs::write(path, text).expect("there is room");
    }

    /// Writes a document and everything generated from it.
    pub(crate) fn document(&self, text: &str) {
        self.write("openapi/tasks.yaml", text);
        let output = self.xtask(&["generate"]);
        assert!(output.status.success(), "{output:?}");
    }

    pub(crate) fn xtask(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(arguments).current_dir(self.path());
        // Only arguments set the reviewed repository, not the environment of the test run.
        command
            .env_remove("REVIEW_REPOSITORY")
            .env_remove("REVIEW_COMMIT");
        command.env("NO_COLOR", "1").output().expect("xtask runs")
    }

    /// Writes a workspace of one published package.
    pub(crate) fn version(&self, version: &str) {
        self.write(
            "Cargo.toml",
            &format!(
                "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n\n[workspace.package]\nversion = \"{version}\" # shared\n\n[workspace.dependencies]\ntasks-client = {{ path = \"crates/tasks-client\", version = \"{version}\" }}\n"
            ),
        );
        self.write(
            "crates/tasks-client/Cargo.toml",
            "[package]\nname = \"tasks-client\"\nversion.workspace = true\nedition = \"2024\"\n",
        );
        self.write("crates/tasks-client/src/lib.rs", "");
    }

    /// Marks the current commit as the release 0.1.0.
    pub(crate) fn release(&self) {
        self.git(&["tag", "v0.1.0"]);
    }

    pub(crate) fn approve(&self, fingerprint: &str) {
        let text = formatdoc! {"
            - fingerprint: {fingerprint}
              reason: Agreed with all callers.
        "};
        self.write("openapi/approvals.yaml", &text);
    }

    pub(crate) fn review(&self, arguments: &[&str]) -> Review {
        let arguments = [&["review"], arguments, &["--today", "2030-01-01"]].concat();
        Review(self.xtask(&arguments))
    }
}

/// The output of a command.
pub(crate) struct Review(pub(crate) Output);

impl Review {
    /// Asserts the exit code and returns the output.
    pub(crate) fn ends_with(self, code: i32) -> String {
        let output = [self.0.stdout, self.0.stderr].concat();
        let output = String::from_utf8(output).expect("text");
        assert_eq!(self.0.status.code(), Some(code), "{output}");
        output
    }
}
