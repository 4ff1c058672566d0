//! The section "On your own document" of the README, in an empty folder.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use oas::Document;

const ENTRY: &str = "\
openapi: 3.0.3
info: {title: T, version: '1', description: D}
servers: [{url: https://api.example.com}]
security: []
paths:
  /pets:
    get:
      operationId: list_pets
      summary: List pets
      description: Lists all pets.
      responses:
        '200': {description: The pets., content: {application/json: {schema: {$ref: Pets.yaml}, example: []}}}
        4XX: {description: An error.}
components: {schemas: {Any: {description: Anything., minLength: 1}}}
";

/// The blocks of a language in the section.
fn blocks(language: &str) -> Vec<String> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(readme).expect("a README");
    let section = readme
        .split("## On your own document")
        .nth(1)
        .expect("the section");
    let section = section.split("\n## ").next().expect("its text");
    let fence = format!("```{language}\n");
    let blocks = section.split(&fence).skip(1);
    let text = |block: &str| block.split("```").next().expect("a block").to_owned();
    blocks.map(text).collect()
}

#[test]
fn the_commands_of_the_readme_work_in_an_empty_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        fs::create_dir_all(folder.path().join("api")).expect("made");
        fs::write(folder.path().join(name), text).expect("written");
    };
    write("api/openapi.yaml", ENTRY);
    write(
        "api/Pets.yaml",
        "{description: Pets., type: array, items: {type: string}}\n",
    );
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        let git = git.args(["-c", "user.name=t", "-c", "user.email=t@example.com"]);
        let status = git
            .args(arguments)
            .current_dir(folder.path())
            .env("GIT_CONFIG_GLOBAL", "")
            .status();
        assert!(status.is_ok_and(|status| status.success()), "{arguments:?}");
    };
    git(&["init", "--quiet", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "all"]);

    let commands = blocks("console").concat();
    let commands = commands
        .lines()
        .filter_map(|line| line.strip_prefix("$ oas "));
    let mut run = Vec::new();
    for command in commands {
        let command = command.split('#').next().expect("a command");
        let arguments: Vec<_> = command.split_whitespace().collect();
        let mut oas = Command::new(env!("CARGO_BIN_EXE_oas"));
        let oas = oas.args(&arguments).current_dir(folder.path());
        if arguments[0] == "mock" {
            // It runs until interrupted.
            let oas = oas.args(["--port", "0"]).stderr(Stdio::piped());
            let mut child = oas.spawn().expect("it runs");
            let mut line = String::new();
            let stderr = child.stderr.take().expect("a pipe");
            std::io::BufRead::read_line(&mut std::io::BufReader::new(stderr), &mut line)
                .expect("a line");
            assert!(
                line.starts_with("serving api/openapi.yaml at http://"),
                "{line}"
            );
            child.kill().expect("it ends");
            child.wait().expect("it ends");
        } else {
            let output = oas.output().expect("it runs");
            assert_eq!(output.status.code(), Some(0), "{command}: {output:?}");
        }
        run.push(arguments[0].to_owned());
    }
    assert_eq!(
        run,
        ["lint", "diff", "bundle", "reference", "mock", "rules"]
    );
    for name in ["bundled.yaml", "reference.md"] {
        assert!(
            fs::metadata(folder.path().join(name)).is_ok_and(|file| file.len() > 100),
            "{name}"
        );
    }
}

#[test]
fn the_configuration_of_the_readme_is_valid() {
    let folder = tempfile::tempdir().expect("a folder");
    let entry = ENTRY.replace("Pets.yaml", "'#/components/schemas/Any'");
    fs::write(folder.path().join("openapi.yaml"), entry).expect("written");
    fs::write(folder.path().join("oas.yaml"), &blocks("yaml")[0]).expect("written");
    let mut oas = Command::new(env!("CARGO_BIN_EXE_oas"));
    let output = oas
        .args(["lint", "openapi.yaml", "--format", "json"])
        .current_dir(folder.path())
        .output();
    let text = String::from_utf8(output.expect("it runs").stdout).expect("text in UTF-8");
    assert!(!text.contains("config-"), "{text}");
    assert!(!text.contains("type-missing"), "{text}");
    assert!(!text.contains("operation-id-not-camel-case"), "{text}");
}

/// A workflow that runs code of a pull request has no write permission.
#[test]
fn the_workflows_of_the_readme_are_safe() {
    let workflows = blocks("yaml");
    let [_, review, comment] = workflows.as_slice() else {
        panic!("{} blocks", workflows.len());
    };
    let read = |text: &String| {
        Document::parse("workflow.yaml", text.clone())
            .expect("YAML")
            .root()
            .clone()
    };
    let (review, comment) = (read(review), read(comment));
    assert_eq!(review["on"], "pull_request");
    assert_eq!(
        review["permissions"],
        serde_json::json!({"contents": "read"})
    );
    let steps = review["jobs"]["review"]["steps"].as_array().expect("steps");
    assert_eq!(steps[0]["with"]["persist-credentials"], false);
    let install = steps[1]["run"].as_str().expect("a command");
    assert!(
        install.starts_with("cargo install --locked --git ") && install.contains(" --rev "),
        "{install}"
    );
    let script = steps[2]["run"].as_str().expect("a script");
    assert!(
        script.contains("GITHUB_STEP_SUMMARY") && script.contains("--format github"),
        "{script}"
    );
    assert!(!script.contains("${{"), "{script}");
    assert_eq!(
        comment["on"]["workflow_run"]["workflows"],
        serde_json::json!([review["name"]])
    );
    assert_eq!(comment["permissions"], serde_json::json!({}));
    let steps = comment["jobs"]["comment"]["steps"]
        .as_array()
        .expect("steps");
    assert!(steps.iter().all(|step| step.get("run").is_none()));
    assert!(!comment.to_string().contains("checkout"));
}
