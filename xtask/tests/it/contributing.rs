//! CONTRIBUTING.md is complete where it lists what the workspace has.

use std::fs;
use std::path::Path;

use toml_edit::DocumentMut;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)).expect(name)
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
