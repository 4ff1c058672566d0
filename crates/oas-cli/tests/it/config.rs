//! The configuration of the linter, `oas.yaml`.

use std::fs;
use std::path::Path;
use std::process::Command;

use indoc::formatdoc;
use tempfile::TempDir;

/// Two warnings of `type-missing` (one in each schema), one error, and a `description-missing`.
const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: T, version: '1', description: D}
servers: [{url: https://api.example.com}]
security: []
paths: {}
components:
  schemas:
    A: {description: A., minLength: 1}
    B: {description: B., minLength: 1}
    C: {title: 1}
";

struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        for (name, text) in files {
            let path = folder.0.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// The exit code, and `severity id file:line`, one per diagnostic.
    fn lint(&self, arguments: &[&str]) -> (Option<i32>, Vec<String>) {
        let (code, text) = self.run(&[&["lint", "--format", "json"], arguments].concat());
        let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let diagnostics = report["findings"].as_array().expect("a list").iter();
        let shown = diagnostics.map(|one| {
            let text = |key: &str| one[key].as_str().unwrap_or_default();
            format!(
                "{} {} {}:{}",
                text("severity"),
                text("id"),
                text("file"),
                one["line"]
            )
        });
        (code, shown.collect())
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oas"));
        let command = command
            .args(arguments)
            .current_dir(self.path())
            .env("NO_COLOR", "1");
        let output = command.output().expect("it runs");
        let text = [output.stdout, output.stderr].concat();
        (
            output.status.code(),
            String::from_utf8(text).expect("text in UTF-8"),
        )
    }
}

#[test]
fn settings_apply_to_the_documents_below_them() {
    let config = "\
severity: {type-missing: error}
disable: [description-missing]
allow:
  - {rule: type-missing, at: 'api/openapi.yaml#/components/schemas/A', reason: It is anything.}
";
    let folder = Folder::new(&[
        ("oas.yaml", config),
        ("api/openapi.yaml", DOCUMENT),
        ("other/openapi.yaml", DOCUMENT),
    ]);
    let (_, without) = folder.lint(&["other/openapi.yaml"]);
    assert_eq!(
        without,
        [
            "warning type-missing other/openapi.yaml:8",
            "warning type-missing other/openapi.yaml:9",
            "info description-missing other/openapi.yaml:10",
            "error value-invalid other/openapi.yaml:10",
        ]
    );
    // Without a work tree the root is the folder of the document.
    let expected = [
        "error type-missing api/openapi.yaml:9",
        "error value-invalid api/openapi.yaml:10",
    ];
    assert_eq!(
        folder.lint(&["api/openapi.yaml", "--root", "."]).1,
        expected
    );
    assert_eq!(
        folder.lint(&["api/openapi.yaml", "--config", "oas.yaml"]).1,
        expected
    );
    fs::create_dir(folder.path().join(".git")).expect("made");
    assert_eq!(folder.lint(&["api/openapi.yaml"]).1, expected);
}

#[test]
fn applies_the_nearest_configuration() {
    let folder = Folder::new(&[
        ("oas.yaml", "disable: [type-missing]\n"),
        ("api/oas.yaml", "disable: [value-invalid]\n"),
        ("api/openapi.yaml", DOCUMENT),
    ]);
    let (code, found) = folder.lint(&["api", "--root", "."]);
    assert_eq!(code, Some(0), "{found:#?}");
    assert!(
        found.iter().any(|one| one.contains("type-missing")),
        "{found:#?}"
    );
}

#[test]
fn a_generator_in_the_configuration_runs_its_rules() {
    let closed = DOCUMENT.replace(
        "    A: {description: A., minLength: 1}\n",
        "    Error: {description: E., type: object}\n",
    );
    let folder = Folder::new(&[("openapi.yaml", &closed)]);
    let has_clash = |folder: &Folder| {
        folder
            .lint(&["openapi.yaml"])
            .1
            .iter()
            .any(|one| one.contains("component-name-clash"))
    };
    assert!(!has_clash(&folder));
    fs::write(folder.path().join("oas.yaml"), "generator: progenitor\n").expect("written");
    assert!(has_clash(&folder));
}

#[test]
fn reports_invalid_and_unused_entries() {
    let config = "\
generator: progenitr
disabel: []
disable: [type-missin, server-not-https, 1]
severity: {type-missing: fatal, keyword-unknown: error}
allow:
  - {rule: type-missing, at: 'openapi.yaml#/components/schemas/A', reason: ' '}
  - {rule: type-missing, at: 'openapi.yaml#/components/schemas/C', reason: Not any more.}
  - {rule: type-missing, at: 'gone.yaml', reason: Not any more.}
  - {rule: type-missin, at: 'openapi.yaml', reason: R.}
  - {rule: document-unreadable, at: 'openapi.yaml', reason: R.}
  - {rule: type-missing, at: 'openapi.yaml#A', reason: R.}
";
    let folder = Folder::new(&[("oas.yaml", config), ("openapi.yaml", DOCUMENT)]);
    let (code, found) = folder.lint(&["openapi.yaml"]);
    let of_config: Vec<_> = found
        .iter()
        .filter(|one| one.contains(" oas.yaml:"))
        .collect();
    assert_eq!(code, Some(1));
    assert_eq!(
        of_config,
        [
            "error config-invalid oas.yaml:1",
            "error config-invalid oas.yaml:2",
            "error config-invalid oas.yaml:3",
            "error config-invalid oas.yaml:3",
            "error config-invalid oas.yaml:4",
            "error config-invalid oas.yaml:6",
            "error config-invalid oas.yaml:9",
            "error config-invalid oas.yaml:10",
            "error config-invalid oas.yaml:11",
            "warning config-unused oas.yaml:3",
            "warning config-unused oas.yaml:4",
            "warning config-unused oas.yaml:7",
            "warning config-unused oas.yaml:8",
        ]
    );
    for text in ["[", "- a\n", "allow: 1\n", "\0", "disable: {a: b}\n"] {
        fs::write(folder.path().join("oas.yaml"), text).expect("written");
        let (code, found) = folder.lint(&["openapi.yaml"]);
        assert_eq!(code, Some(1));
        assert!(
            found
                .iter()
                .any(|one| one.starts_with("error config-invalid oas.yaml:")),
            "{text}: {found:#?}"
        );
    }
    let (code, text) = folder.run(&["lint", "openapi.yaml", "--config", "gone.yaml"]);
    assert_eq!(code, Some(2), "{text}");
}

#[test]
fn current_diagnostics_are_recorded_and_new_ones_reported() {
    let folder = Folder::new(&[("api/openapi.yaml", DOCUMENT)]);
    let record = ["lint", "api/openapi.yaml", "--write-allows"];
    let (code, text) = folder.run(&record);
    assert_eq!(
        (code, text.as_str()),
        (Some(0), "wrote 4 allows to api/oas.yaml\n")
    );
    let path = folder.path().join("api/oas.yaml");
    assert_snapshot!(fs::read_to_string(&path).expect("written"));
    assert_eq!(folder.lint(&["api/openapi.yaml"]), (Some(0), Vec::new()));
    let more = format!("{DOCUMENT}    D: {{description: D., minLength: 1}}\n");
    fs::write(folder.path().join("api/openapi.yaml"), more).expect("written");
    assert_eq!(
        folder.lint(&["api/openapi.yaml"]).1,
        ["warning type-missing api/openapi.yaml:11"]
    );
    // The content of the file is kept.
    let text = fs::read_to_string(&path).expect("written");
    fs::write(
        &path,
        formatdoc! {"
            # Ours.
            {text}# The end.
            disable: [server-not-https] # Later.
        "},
    )
    .expect("written");
    let (code, text) = folder.run(&record);
    assert_eq!(code, Some(0), "{text}");
    let text = fs::read_to_string(&path).expect("written");
    assert!(
        text.starts_with("# Ours.\nallow:\n")
            && text.contains("# The end.\ndisable: [server-not-https] # Later.\n"),
        "{text}"
    );
    assert_eq!(
        folder.lint(&["api/openapi.yaml"]).1,
        ["warning config-unused api/oas.yaml:9"]
    );
    // Nothing is written if the result could not be read.
    for text in [
        "allow: [{rule: type-missing, at: openapi.yaml, reason: R.}]\n",
        "allow: []\n",
        "{}\n",
    ] {
        fs::write(&path, text).expect("written");
        let (code, shown) = folder.run(&["lint", "api/openapi.yaml", "--write-allows"]);
        assert_eq!(code, Some(2), "{text}: {shown}");
        assert_eq!(fs::read_to_string(&path).expect("there"), text);
    }
}

#[test]
fn rejects_allows_for_unreadable_documents() {
    let folder = Folder::new(&[("openapi.yaml", "openapi: 3.0.3\na: [\n")]);
    let (_, text) = folder.run(&["lint", "openapi.yaml", "--write-allows"]);
    assert_eq!(text, "wrote 0 allows to oas.yaml\n");
    assert_eq!(folder.lint(&["openapi.yaml"]).0, Some(1));
}
