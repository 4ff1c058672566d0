//! The command `oas lint`.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use indoc::indoc;
use tempfile::TempDir;

const CLEAN: &str = "\
openapi: 3.0.3
info: {title: T, version: '1', description: D}
servers: [{url: https://api.example.com}]
security: []
paths: {}
";

const DEPRECATED: &str = "\
openapi: 3.0.3
info: {title: T, version: '1', description: D}
servers: [{url: https://api.example.com}]
security: []
tags: [{name: Pets, description: Pets.}]
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      description: Lists all pets.
      tags: [Pets]
      deprecated: true
      x-deprecated-on: '2026-01-01'
      x-sunset: '2026-06-01'
      responses:
        '204': {description: None.}
        4XX: {description: Rejected.}
";

#[test]
fn finds_rules_by_names_of_other_linters() {
    for (name, lines, expected) in [
        (
            "path-params",
            4,
            "Spectral `path-params` is equivalent to `path-duplicate`: ",
        ),
        (
            "no-identical-paths",
            1,
            "Redocly `no-identical-paths` is equivalent to `path-duplicate`: ",
        ),
        (
            "info-contact",
            1,
            "Spectral `info-contact` has no equivalent: ",
        ),
        (
            "no-such-rule",
            1,
            "error: failed to find the rule: `no-such-rule` is neither a rule nor a category",
        ),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oas"));
        let output = command.args(["rules", name]).output().expect("it runs");
        let (_, text) = shown(output);
        assert_eq!(text.lines().count(), lines, "{text}");
        assert!(text.contains(expected), "{text}");
    }
}

struct Files(TempDir);

impl Files {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        Self(folder)
    }

    /// Returns the exit code, and the standard output followed by the standard error.
    fn lint(&self, arguments: &[&str]) -> (Option<i32>, String) {
        shown(command(self.0.path(), arguments).output().expect("it runs"))
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_oas"));
    command
        .arg("lint")
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1");
    command
}

fn shown(output: Output) -> (Option<i32>, String) {
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8(text).expect("text in UTF-8"),
    )
}

#[test]
fn exits_with_0_without_diagnostics() {
    let files = Files::new(&[("a.yaml", CLEAN)]);
    assert_eq!(
        files.lint(&["a.yaml"]),
        (Some(0), "no diagnostics\n".to_owned())
    );
}

#[test]
fn exits_with_1_on_errors_and_2_on_missing_files() {
    let files = Files::new(&[("a.yaml", &CLEAN.replace("info", "inof"))]);
    let (code, text) = files.lint(&["a.yaml"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("did you mean `info`?"), "{text}");
    let (code, text) = files.lint(&["a.yaml", "b.yaml"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.starts_with("error: failed to read b.yaml: "), "{text}");
}

#[test]
fn reports_several_documents_together() {
    let broken = CLEAN.replace("info", "inof");
    let files = Files::new(&[("a.yaml", &broken), ("b.yaml", "a: ["), ("c.yaml", CLEAN)]);
    let (code, text) = files.lint(&["a.yaml", "b.yaml", "c.yaml", "--format", "json"]);
    assert_eq!(code, Some(1));
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["version"], 1);
    let diagnostics = report["findings"].as_array().expect("a list");
    let named = diagnostics
        .iter()
        .map(|one| one["file"].as_str().expect("a name"));
    assert_eq!(named.collect::<Vec<_>>(), ["a.yaml", "a.yaml", "b.yaml"]);
}

#[test]
fn lints_the_documents_of_a_folder() {
    let files = Files::new(&[
        ("api/v2/b.yml", "swagger: '2.0'\n"),
        ("api/v1/a.json", "{\"openapi\": \"3.1.0\"}"),
        ("api/broken.yaml", "openapi: 3.0.3\npaths: {\n"),
        ("api/package.json", "{\"name\": \"openapi\"}"),
        ("api/.hidden/c.yaml", "openapi: 3.1.0\n"),
        ("api/notes.txt", "openapi: 3.1.0\n"),
        ("none/values.yaml", "a: 1\n"),
    ]);
    let (code, text) = files.lint(&["api", "--format", "github"]);
    assert_eq!(code, Some(1));
    let lines = text.lines().filter(|line| line.starts_with("::"));
    let named = lines.map(|line| line.split([',', '=']).nth(1));
    assert_eq!(
        named.map(Option::unwrap_or_default).collect::<Vec<_>>(),
        ["api/broken.yaml", "api/v1/a.json", "api/v2/b.yml"]
    );
    let (code, text) = files.lint(&["none"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(
        text.contains("failed to find an OpenAPI document"),
        "{text}"
    );
}

#[test]
fn reads_standard_input_for_a_dash() {
    let files = Files::new(&[]);
    let mut child = command(files.0.path(), &["-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"openapi: 3.1.0\n").expect("written");
    drop(input);
    let (code, text) = shown(child.wait_with_output().expect("it ends"));
    assert_eq!(code, Some(1));
    assert!(text.contains("--> <stdin>:1:10"), "{text}");
}

/// The date alone does not fail a lint that passed before, unless the rule is denied by name.
#[test]
fn date_dependent_rules_fail_only_if_named() {
    let files = Files::new(&[("a.yaml", DEPRECATED)]);
    let on = |date: &str, deny: &str| {
        let deny = if deny.is_empty() { "error" } else { deny };
        files.lint(&["a.yaml", "--today", date, "--deny", deny])
    };
    assert_eq!(
        on("2026-02-01", "info"),
        (Some(0), "no diagnostics\n".to_owned())
    );
    let (code, text) = on("2026-05-01", "");
    assert_eq!(code, Some(0));
    assert!(text.contains("warning[sunset-near]"), "{text}");
    for (deny, expected) in [
        ("", 0),
        ("warning", 0),
        ("lifecycle", 0),
        ("sunset-near", 0),
        ("sunset-passed", 1),
        ("warning,sunset-passed", 1),
    ] {
        let (code, text) = on("2026-07-01", deny);
        assert_eq!(code, Some(expected), "--deny {deny}");
        assert!(text.contains("warning[sunset-passed]"), "{text}");
    }
}

#[test]
fn warnings_fail_when_they_are_denied() {
    let files = Files::new(&[(
        "a.yaml",
        &DEPRECATED.replace("      summary: List pets\n", ""),
    )]);
    let today = ["a.yaml", "--today", "2026-02-01"];
    let with = |more: &[&str]| files.lint(&[&today, more].concat()).0;
    assert_eq!(with(&[]), Some(0));
    assert_eq!(with(&["--deny", "warning"]), Some(1));
    assert_eq!(with(&["--deny", "operations"]), Some(1));
    assert_eq!(with(&["--deny", "operation-summary-missing"]), Some(1));
    assert_eq!(with(&["--deny", "schemas"]), Some(0));
    assert_eq!(
        with(&["--deny", "warning", "--skip", "operations"]),
        Some(0)
    );
    assert_eq!(with(&["--deny", "warning", "--only", "schemas"]), Some(0));
    assert_eq!(with(&["--deny", "nothing"]), Some(2));
}

#[test]
fn accepts_published_examples_in_any_folder() {
    let document = DEPRECATED.replace(
        "{description: None.}",
        "{description: One., content: {application/json: {schema: {type: integer}, example: 1}}}",
    );
    let files = Files::new(&[
        ("a.yaml", &document),
        ("seen/listPets.204.json", "\"one\""),
        ("seen/listPets.500.json", "1"),
    ]);
    let arguments = ["a.yaml", "--examples", "seen", "--format", "github"];
    let (code, text) = files.lint(&[&arguments[..], &["--only", "published"]].concat());
    assert_eq!(code, Some(1), "{text}");
    for expected in [
        "file=seen/listPets.204.json,line=1,col=1,title=published-example-different",
        "file=seen/listPets.204.json,line=1,col=1,title=published-example-invalid",
        "file=seen/listPets.500.json,line=1,col=1,title=published-example-unmatched",
    ] {
        assert!(text.contains(expected), "{text}");
    }
    let (code, text) = files.lint(&["a.yaml", "a.yaml", "--examples", "seen"]);
    assert_eq!(code, Some(2), "{text}");
}

#[test]
fn every_format_is_reproducible_and_without_color() {
    let files = Files::new(&[("a.yaml", &DEPRECATED.replace("info", "inof"))]);
    for format in ["human", "json", "sarif", "github", "markdown"] {
        let arguments = ["a.yaml", "--today", "2026-02-01", "--format", format];
        let (first, second) = (files.lint(&arguments), files.lint(&arguments));
        assert_eq!(first, second);
        assert_eq!(first.0, Some(1));
        assert!(!first.1.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn reports_hostile_files() {
    let bomb = (1..20).fold("a0: &a0 [x, x]\n".to_owned(), |text, level| {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        format!("{text}a{level}: &a{level} [{aliases}]\n")
    });
    let megabyte = format!("{}x: {}\n", CLEAN, "y".repeat(1 << 20));
    let files = Files::new(&[]);
    for (bytes, expected) in [
        (bomb.as_bytes(), "document-unreadable,line=7,col=35"),
        (&b"[".repeat(100_000), "document-unreadable,line=1,col=256"),
        (&b"- ".repeat(5_000), "document-unreadable,line=1,col="),
        (
            b"openapi: 3.0.3\na: \0\n",
            "document-unreadable,line=2,col=4",
        ),
        (
            b"openapi: 3.0.3\na: \xff\xfe\n",
            "document-unreadable,line=2,col=4",
        ),
        (b"", "openapi-version-unsupported,line=1,col=1"),
        (megabyte.as_bytes(), "keyword-unknown,line=6,col=1"),
    ] {
        fs::write(files.0.path().join("a.yaml"), bytes).expect("written");
        let (code, text) = files.lint(&["a.yaml", "--format", "github"]);
        assert_eq!(code, Some(1), "{text}");
        let shown = text.replace("file=a.yaml,", "");
        let (place, id) = shown.split_once(",title=").expect("a diagnostic");
        let found = format!(
            "{},{}",
            id.split("::").next().unwrap_or_default(),
            place.trim_start_matches("::error ")
        );
        assert!(found.starts_with(expected), "{found}");
        let annotations = text.lines().filter(|line| line.starts_with("::"));
        assert_eq!(annotations.count(), 1, "{text}");
    }
}

/// A document of many schemas with the same two defects.
fn long(count: usize) -> String {
    let schemas = (0..count).map(|at| {
        format!("    S{at}: {{description: S., nullable: true, allOf: [{{$ref: '#/components/schemas/P'}}], title: 1}}\n")
    });
    let p = "    P: {description: P., type: string}\n";
    let head = CLEAN.replace(
        "paths: {}\n",
        indoc! {"
        paths: {}
        components:
          schemas:
    "},
    );
    format!("{head}{p}{}", schemas.collect::<String>())
}

#[test]
fn a_long_report_has_some_errors_and_the_counts() {
    let long = long(30);
    let different = (0..9).fold(long, |text, at| {
        text.replacen("title: 1}", &format!("title: 1{at}}}"), 1)
    });
    let files = Files::new(&[("a.yaml", &different)]);
    let (code, text) = files.lint(&["a.yaml"]);
    assert_eq!(code, Some(1));
    assert_snapshot!(text);
    let (_, all) = files.lint(&["a.yaml", "--all"]);
    assert_eq!(all.matches("error[value-invalid]").count(), 30, "{all}");
    let (_, rule) = files.lint(&["a.yaml", "--rule", "value-invalid"]);
    assert_eq!(rule.matches("error[value-invalid]").count(), 30, "{rule}");
    assert!(!rule.contains("more of"), "{rule}");
}

#[test]
fn groups_repeated_diagnostics() {
    let files = Files::new(&[("a.yaml", &long(2))]);
    let (_, text) = files.lint(&["a.yaml", "--skip", "nullable-without-type"]);
    assert_eq!(text.matches("error[value-invalid]").count(), 1, "{text}");
    assert!(text.contains("= note: also at a.yaml:10:"), "{text}");
}

#[test]
fn machine_readable_formats_have_every_diagnostic() {
    let files = Files::new(&[("a.yaml", &long(30))]);
    let (_, text) = files.lint(&["a.yaml", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["summary"]["error"], 30);
    assert_eq!(report["summary"]["rules"][0]["id"], "value-invalid");
    assert_eq!(report["summary"]["rules"][0]["count"], 30);
    let diagnostics = report["findings"].as_array().expect("a list");
    let errors = diagnostics.iter().filter(|one| one["severity"] == "error");
    assert_eq!(errors.count(), 30);
    let (_, text) = files.lint(&["a.yaml", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let counts = &log["runs"][0]["properties"]["counts"];
    assert_eq!(
        counts[0],
        serde_json::json!({"ruleId": "value-invalid", "level": "error", "count": 30})
    );
}

/// GitHub shows ten annotations of each level for a step, and comments of 65,536 characters.
#[test]
fn reports_for_github_respect_its_limits() {
    let errors = (0..40).map(|at| format!("x{at}: 1\n"));
    let text = format!("{CLEAN}{}", errors.collect::<String>());
    let files = Files::new(&[("a.yaml", &text)]);
    let (_, text) = files.lint(&["a.yaml", "--format", "github"]);
    assert_eq!(
        text.lines()
            .filter(|line| line.starts_with("::error "))
            .count(),
        10,
        "{text}"
    );
    assert!(
        text.ends_with("error keyword-unknown: 40\n40 errors\n"),
        "{text}"
    );

    let errors = (0..4_000).map(|at| format!("{}{at}: 1\n", "é".repeat(200)));
    let infos = "components: {schemas: {A: {type: string}}}\n";
    let text = format!(
        "{CLEAN}{infos}{}x: {}\n",
        errors.collect::<String>(),
        "y".repeat(100_000)
    );
    fs::write(files.0.path().join("a.yaml"), text).expect("written");
    let (_, text) = files.lint(&["a.yaml", "--format", "markdown"]);
    let length = text.chars().count();
    assert!((60_000..=65_536).contains(&length), "{length}");
    assert!(
        text.contains("| error | keyword-unknown | 4001 |"),
        "{}",
        &text[..1_000]
    );
    assert!(
        text.contains("| info | description-missing | 1 |"),
        "{}",
        &text[..1_000]
    );
    let rows = text
        .lines()
        .filter(|line| line.starts_with("| error | keyword-unknown | a.yaml"));
    let left_out = format!("… and {} more", 4_002 - rows.count());
    assert!(text.trim_end().ends_with(&left_out), "{left_out}");
}
