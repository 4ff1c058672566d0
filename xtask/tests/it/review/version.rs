//! The version that a change requires.

use super::support::{COLOR, DOCUMENT, Repository};

fn without_color() -> String {
    DOCUMENT.replace(COLOR, "")
}

#[test]
fn no_bump_is_required_before_the_first_release() {
    let repository = Repository::new();
    repository.document(&without_color());
    let shown = repository.review(&[]).ends_with(1);
    assert!(
        shown.contains("not released yet, no version bump required"),
        "{shown}"
    );
    assert!(!shown.contains("version-insufficient"), "{shown}");
}

#[test]
fn the_version_is_compared_with_the_nearest_tag() {
    for tag in ["v0.1.0", "tasks-client-v0.1.0"] {
        let repository = Repository::new();
        repository.git(&["tag", tag]);
        repository.document(&without_color());
        repository.commit();
        // Nothing changed since the base, but the removal has not been released.
        let shown = repository.review(&["--base", "HEAD"]).ends_with(1);
        assert!(
            shown.contains("version bump required: tasks-client 0.1.0 → 0.2.0"),
            "{shown}"
        );
        assert!(shown.contains(tag), "{shown}");
        repository.version("0.2.0");
        repository.review(&["--base", "HEAD"]).ends_with(0);
    }
}

#[test]
fn an_insufficient_version_is_located_in_the_manifest() {
    let repository = Repository::new();
    repository.release();
    repository.document(&DOCUMENT.replace("operationId: listThings", "operationId: findThings"));
    let shown = repository.review(&["--format", "github"]).ends_with(1);
    let version = shown
        .lines()
        .find(|line| line.contains("version-insufficient"));
    let version = version.expect("the version is insufficient");
    assert!(
        version.starts_with("::error file=Cargo.toml,line=6,col=11,"),
        "{version}"
    );
}

#[test]
fn a_dated_heading_of_the_changelog_counts_as_a_release() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "main"]);
    let heading = "## 0.1.0 - 2026-01-31\n\n- First.\n";
    repository.write(
        "CHANGELOG.md",
        &format!("# Changelog\n\n## Unreleased\n\n{heading}"),
    );
    repository.commit();
    repository.document(&without_color());
    repository.commit();
    repository.git(&["checkout", "--quiet", "-B", "change"]);
    let shown = repository.review(&[]).ends_with(1);
    assert!(
        shown.contains("`CHANGELOG.md: 0.1.0 - 2026-01-31`"),
        "{shown}"
    );
    assert!(shown.contains("0.1.0 → 0.2.0"), "{shown}");
}

#[test]
fn a_changed_api_version_is_a_change_on_the_wire() {
    let repository = Repository::new();
    repository.document(&DOCUMENT.replace("version: '1'", "version: '2'"));
    let shown = repository.review(&["--format", "json"]).ends_with(0);
    assert!(shown.contains("\"id\": \"api-version-changed\""), "{shown}");
}
