//! The base of a review, approvals, and generated files.

use serde_json::Value;

use super::support::{COLOR, DOCUMENT, Repository};

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
fn compares_a_branch_with_its_merge_base() {
    let repository = Repository::new();
    let output = repository.review(&[]).ends_with(0);
    assert!(output.starts_with("no changes"), "{output}");

    repository.document(&without_color());
    repository.commit();
    let output = repository.review(&[]).ends_with(1);
    assert!(
        output.contains("error[response-property-removed]"),
        "{output}"
    );
    // Later changes on main do not belong to this branch.
    repository.git(&["checkout", "--quiet", "main"]);
    repository.document(&DOCUMENT.replace("Its name.", "Its own name."));
    repository.commit();
    repository.git(&["checkout", "--quiet", "change"]);
    let output = repository.review(&[]).ends_with(1);
    assert!(!output.contains("Its own name."), "{output}");

    // The current folder and a detached HEAD have no effect.
    repository.git(&["checkout", "--quiet", "--detach"]);
    repository.review(&[]).ends_with(1);
    let output = repository.review(&["--base", "HEAD"]).ends_with(0);
    assert!(output.starts_with("no changes"), "{output}");
    repository.write("older.yaml", DOCUMENT);
    repository.review(&["--base", "older.yaml"]).ends_with(1);
}

#[test]
fn accepts_a_change_approved_in_the_same_branch() {
    let repository = Repository::new();
    repository.document(&without_color());
    let fingerprint = fingerprint(&repository);
    repository.version("0.2.0");
    repository.review(&[]).ends_with(1);
    repository.approve(&fingerprint);
    let output = repository.review(&[]).ends_with(0);
    assert!(output.contains("Agreed with all callers."), "{output}");
    repository.commit();

    // An unused approval is not an error if the base has it as well.
    let output = repository.review(&["--base", "HEAD"]).ends_with(0);
    assert!(output.contains("info[approval-unused]"), "{output}");
    // A new approval without a match is an error.
    repository.approve("c0123456789abcde");
    let output = repository.review(&["--base", "HEAD"]).ends_with(1);
    assert!(output.contains("error[approval-unmatched]"), "{output}");
    assert!(output.contains("openapi/approvals.yaml:1:3"), "{output}");
}

#[test]
fn overrides_the_severity_of_a_change() {
    let repository = Repository::new();
    repository.document(&without_color());
    repository.version("0.2.0");
    repository.write("openapi/levels.yaml", "response-property-removed: info\n");
    repository.review(&[]).ends_with(0);
}

#[test]
fn reports_stale_snapshots() {
    let repository = Repository::new();
    let text = DOCUMENT.replace(
        COLOR,
        "        size: {type: integer, description: Its size.}\n",
    );
    repository.write("openapi/tasks.yaml", &text);
    let output = repository.review(&[]).ends_with(1);
    assert!(output.contains("type.Thing.snap`"), "{output}");
    assert!(output.contains("cargo xtask generate"), "{output}");
}

#[test]
fn suggests_the_fetch_in_a_shallow_clone() {
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
    let output = clone.review(&[]).ends_with(2);
    assert!(output.contains("git fetch --unshallow"), "{output}");
    // Its tags and the history of its changelog may be missing as well.
    let output = clone.review(&["--base", "HEAD"]).ends_with(2);
    assert!(
        output.contains("find the last release in a shallow clone"),
        "{output}"
    );
}

#[test]
fn reports_a_base_without_the_document() {
    let repository = Repository::new();
    let output = repository.review(&["--base", "nowhere"]).ends_with(2);
    assert!(
        output.contains("failed to find the revision `nowhere`"),
        "{output}"
    );
    let output = repository.review(&["--base", "--help=x"]).ends_with(2);
    assert!(output.contains("error:"), "{output}");

    // A base without the document.
    repository.git(&["checkout", "--quiet", "--orphan", "before"]);
    repository.git(&["rm", "-r", "--quiet", "--force", "."]);
    repository.write("README.md", "Things.\n");
    repository.commit();
    repository.version("0.1.0");
    repository.document(DOCUMENT);
    let output = repository.review(&["--base", "before"]).ends_with(0);
    assert!(output.contains("has no openapi/tasks.yaml"), "{output}");
    // Unrelated histories, then a missing `main`.
    let output = repository.review(&[]).ends_with(2);
    assert!(output.contains("--base"), "{output}");
    repository.git(&["branch", "--quiet", "--delete", "--force", "main"]);
    let output = repository.review(&[]).ends_with(2);
    assert!(output.contains("--base"), "{output}");
}
