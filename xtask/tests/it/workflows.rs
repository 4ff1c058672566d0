//! The workflows of the repository: time limits and pinned actions.

use std::fs;
use std::path::Path;

use oas::Document;
use serde_json::Value;

fn workflows() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/workflows");
    let entries = fs::read_dir(folder).expect("the folder exists");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let workflows: Vec<Document> = paths
        .map(|path| Document::load(&path).expect("YAML"))
        .collect();
    assert!(workflows.len() >= 4);
    workflows
}

fn jobs(workflow: &Document) -> impl Iterator<Item = (&String, &Value)> {
    workflow.root()["jobs"].as_object().expect("jobs").iter()
}

#[test]
fn every_job_has_a_timeout() {
    for workflow in workflows() {
        for (name, job) in jobs(&workflow) {
            let minutes = job["timeout-minutes"].as_u64();
            assert!(
                minutes.is_some_and(|minutes| minutes <= 90),
                "{}: {name}",
                workflow.name()
            );
        }
    }
}

#[test]
fn every_action_is_pinned_to_a_commit_with_its_version() {
    for workflow in workflows() {
        let lines = workflow
            .text()
            .lines()
            .filter_map(|line| line.split_once("uses: "));
        for (_, action) in lines {
            let (_, rest) = action.split_once('@').expect("a version");
            let (commit, version) = rest.split_once(" # v").expect("the version as a comment");
            let is_commit = commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit());
            assert!(
                is_commit && !version.is_empty(),
                "{}: {action}",
                workflow.name()
            );
        }
    }
}

#[test]
fn the_result_of_ci_needs_every_job() {
    let workflows = workflows();
    let ci = workflows
        .iter()
        .find(|workflow| workflow.name().ends_with("ci.yml"));
    let ci = ci.expect("the workflow exists");
    let needs = ci.root()["jobs"]["result"]["needs"]
        .as_array()
        .expect("a list");
    let needed: Vec<&str> = needs.iter().filter_map(Value::as_str).collect();
    let all: Vec<&str> = jobs(ci)
        .map(|(name, _)| name.as_str())
        .filter(|name| *name != "result")
        .collect();
    assert_eq!(needed, all);
}
