//! A release, from the edit to the tag.

use super::support::{COLOR, DOCUMENT, Repository};

const CHANGELOG: &str = "# Changelog\n\n## Unreleased\n\n- Things have no color.\n\n## 0.1.0 - 2026-01-31\n\n- First.\n";

/// A repository with a release and an unreleased breaking change, both committed.
fn changed() -> Repository {
    let repository = Repository::new();
    repository.write("CHANGELOG.md", "# Changelog\n");
    let output = std::process::Command::new(env!("CARGO"))
        .args(["generate-lockfile", "--offline"])
        .current_dir(repository.path())
        .output();
    assert!(output.is_ok_and(|output| output.status.success()));
    repository.commit();
    repository.release();
    repository.write("CHANGELOG.md", CHANGELOG);
    repository.document(&DOCUMENT.replace(COLOR, ""));
    repository.commit();
    repository
}

fn file(repository: &Repository, name: &str) -> String {
    std::fs::read_to_string(repository.path().join(name)).expect("the file exists")
}

#[test]
fn prints_the_plan_and_changes_nothing() {
    let repository = changed();
    let output = repository.xtask(&["release", "--today", "2026-12-24"]);
    assert_snapshot!(String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success());
    repository.assert_clean();
}

#[test]
fn makes_one_commit_that_the_review_accepts() {
    let repository = changed();
    let output = repository.xtask(&["release", "--execute", "--today", "2026-12-24"]);
    assert!(output.status.success(), "{output:?}");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        shown.ends_with("git tag v0.2.0 && git push origin v0.2.0\n"),
        "{shown}"
    );
    repository.assert_clean();
    let manifest = file(&repository, "Cargo.toml");
    assert!(
        manifest.contains("version = \"0.2.0\" # shared\n"),
        "{manifest}"
    );
    assert!(
        manifest.contains("crates/tasks-client\", version = \"0.2.0\""),
        "{manifest}"
    );
    assert!(file(&repository, "Cargo.lock").contains("version = \"0.2.0\""));
    let changelog = file(&repository, "CHANGELOG.md");
    let heading = "## Unreleased\n\n## 0.2.0 - 2026-12-24\n\n- Things have no color.\n";
    assert!(changelog.contains(heading), "{changelog}");
    repository.review(&["--base", "HEAD"]).ends_with(0);
}

#[test]
fn raises_the_version_without_a_commit() {
    let repository = changed();
    let output = repository.xtask(&["release", "--bump"]);
    assert!(output.status.success(), "{output:?}");
    assert!(file(&repository, "Cargo.toml").contains("version = \"0.2.0\""));
    assert_eq!(file(&repository, "CHANGELOG.md"), CHANGELOG);
    repository.review(&["--base", "HEAD"]).ends_with(0);
}

#[test]
fn a_release_without_a_change_for_callers_is_a_patch() {
    let repository = changed();
    repository.document(DOCUMENT);
    repository.commit();
    let plan = |arguments: &[&str]| {
        let output = repository.xtask(&[&["release"], arguments].concat());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let shown = plan(&[]);
    assert!(shown.contains("version       0.1.0 → 0.1.1\n"), "{shown}");
    // Code that is not generated may have changed as well.
    let shown = plan(&["--at-least", "major"]);
    assert!(shown.contains("version       0.1.0 → 0.2.0\n"), "{shown}");
}

#[test]
fn rejects_a_tree_with_uncommitted_changes() {
    let repository = changed();
    repository.write("notes.txt", "unfinished");
    let output = repository.xtask(&["release", "--execute"]);
    assert_eq!(output.status.code(), Some(2));
    let shown = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(shown.contains("uncommitted changes"), "{shown}");
}

#[test]
fn rejects_a_release_without_notes() {
    let repository = changed();
    let cases = [
        (
            "## Unreleased\n\n### Added\n\n",
            "`## Unreleased` in CHANGELOG.md is empty",
        ),
        ("", "CHANGELOG.md has no heading `## Unreleased`"),
    ];
    for (unreleased, reason) in cases {
        let changelog = format!("# Changelog\n\n{unreleased}## 0.1.0 - 2026-01-31\n\n- First.\n");
        repository.write("CHANGELOG.md", &changelog);
        repository.commit();
        let output = repository.xtask(&["release", "--execute"]);
        assert_eq!(output.status.code(), Some(2));
        let shown = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(shown.contains(reason), "{shown}");
        repository.assert_clean();
    }
}

#[test]
fn accepts_the_heading_of_keep_a_changelog() {
    let repository = changed();
    repository.write(
        "CHANGELOG.md",
        &CHANGELOG.replace("Unreleased", "[Unreleased]"),
    );
    repository.commit();
    let output = repository.xtask(&["release", "--execute", "--today", "2026-12-24"]);
    assert!(output.status.success(), "{output:?}");
    let changelog = file(&repository, "CHANGELOG.md");
    let heading = "## [Unreleased]\n\n## 0.2.0 - 2026-12-24\n\n- Things have no color.\n";
    assert!(changelog.contains(heading), "{changelog}");
}
