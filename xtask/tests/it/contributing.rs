//! CONTRIBUTING.md lists the dependencies and platform-specific tests of the workspace, and names
//! existing files.

use std::fs;

use pulldown_cmark::{Event, Options, Parser, Tag};
use toml_edit::DocumentMut;

use crate::workspace::{files, root};

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect(name)
}

#[test]
fn every_direct_dependency_has_a_reason() {
    let manifest: DocumentMut = read("Cargo.toml").parse().expect("TOML");
    let dependencies = manifest["workspace"]["dependencies"]
        .as_table()
        .expect("a table");
    let contributing = read("CONTRIBUTING.md");
    let (_, table) = contributing
        .split_once("## Direct dependencies")
        .expect("the section");
    let registered = dependencies
        .iter()
        .filter(|(_, item)| item.get("path").is_none());
    let missing: Vec<&str> = registered
        .map(|(name, _)| name)
        .filter(|name| !table.contains(&format!("`{name}`")))
        .collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn tests_for_one_platform_are_listed() {
    let mut limited = Vec::new();
    for path in files(&root().join("crates"), "rs") {
        let path = path.strip_prefix(root()).expect("a file of the workspace");
        let path = path.to_string_lossy().replace('\\', "/");
        if !path.contains("/tests/") {
            continue;
        }
        let text = read(&path);
        let items = text.split("\n\n").flat_map(|item| item.split(";\n"));
        let conditions = ["#[cfg(unix)]", "#[cfg(target_os = \"linux\")]"];
        for item in items.filter(|item| conditions.iter().any(|one| item.contains(one))) {
            let mut lines = item.lines().skip_while(|line| line.starts_with(['#', '/']));
            let Some(item) = lines.next() else { continue };
            if let Some(module) = item.strip_prefix("mod ") {
                let (folder, _) = path.rsplit_once('/').expect("a folder");
                limited.push(format!("{folder}/{}.rs", module.trim_end_matches(';')));
            } else if item.starts_with("fn ") || item.starts_with("async fn ") {
                limited.push(path.clone());
            }
        }
    }
    assert!(limited.len() > 5, "{limited:?}");
    let contributing = read("CONTRIBUTING.md");
    let unlisted = limited
        .into_iter()
        .filter(|path| !contributing.contains(&format!("`{path}`")));
    assert_eq!(unlisted.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn named_files_exist() {
    let folders = ["crates/", "openapi/", "xtask/", ".ci/", ".github/"];
    // The README describes these workflows for other repositories.
    let elsewhere = ".github/workflows/api";
    let mut missing = Vec::new();
    for page in ["README.md", "CONTRIBUTING.md", ".github/SECURITY.md"] {
        let text = read(page);
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            let named = match event {
                Event::Code(code) => code.to_string(),
                Event::Start(Tag::Link { dest_url, .. }) => dest_url.to_string(),
                _ => continue,
            };
            let path = named.split(['#', ' ']).next().unwrap_or_default();
            let is_pattern = path.contains(['*', '<', '{', '$']) || path.starts_with(elsewhere);
            let is_path = folders.iter().any(|folder| path.starts_with(folder));
            if is_path && !is_pattern && !root().join(path).exists() {
                missing.push(format!("{page}: {path}"));
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}
