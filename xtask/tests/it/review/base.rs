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
    let said = repository.review(&[]).ends_with(0);
    assert!(said.starts_with("no changes"), "{said}");

    repository.document(&without_color());
    repository.commit();
    let said = repository.review(&[]).ends_with(1);
    assert!(said.contains("error[response-property-removed]"), "{said}");
    // Later changes on main do not belong to this branch.
    repository.git(&["checkout", "--quiet", "main"]);
    repository.document(&DOCUMENT.replace("Its name.", "Its own name."));
    repository.commit();
    repository.git(&["checkout", "--quiet", "change"]);
    let said = repository.review(&[]).ends_with(1);
    assert!(!said.contains("Its own name."), "{said}");

    // The current folder and a detached HEAD have no effect.
    repository.git(&["checkout", "--quiet", "--detach"]);
    repository.review(&[]).ends_with(1);
    let said = repository.review(&["--base", "HEAD"]).ends_with(0);
    assert!(said.starts_with("no changes"), "{said}");
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
    let said = repository.review(&[]).ends_with(0);
    assert!(said.contains("Agreed with all callers."), "{said}");
    repository.commit();

    // An approval of the base may be removed, or stay.
    let said = repository.review(&["--base", "HEAD"]).ends_with(0);
    assert!(said.contains("info[approval-unused]"), "{said}");
    // A new approval without a match is an error.
    repository.approve("c0123456789abcde");
    let said = repository.review(&["--base", "HEAD"]).ends_with(1);
    assert!(said.contains("error[approval-unmatched]"), "{said}");
    assert!(said.contains("openapi/approvals.yaml:1:3"), "{said}");
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
fn names_stale_snapshots() {
    let repository = Repository::new();
    let text = DOCUMENT.replace(
        COLOR,
        "        size: {type: integer, description: Its size.}\n",
    );
    repository.write("openapi/tasks.yaml", &text);
    let said = repository.review(&[]).ends_with(1);
    assert!(said.contains("type.Thing.snap`"), "{said}");
    assert!(said.contains("cargo xtask generate"), "{said}");
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
    let said = clone.review(&[]).ends_with(2);
    assert!(said.contains("git fetch --unshallow"), "{said}");
    // Its tags and the history of its changelog may be missing as well.
    let said = clone.review(&["--base", "HEAD"]).ends_with(2);
    assert!(
        said.contains("find the last release in a shallow clone"),
        "{said}"
    );
}

#[test]
fn reports_a_base_without_the_document() {
    let repository = Repository::new();
    let said = repository.review(&["--base", "nowhere"]).ends_with(2);
    assert!(
        said.contains("failed to find the revision `nowhere`"),
        "{said}"
    );
    let said = repository.review(&["--base", "--help=x"]).ends_with(2);
    assert!(said.contains("error:"), "{said}");

    // A base from before the document.
    repository.git(&["checkout", "--quiet", "--orphan", "before"]);
    repository.git(&["rm", "-r", "--quiet", "--force", "."]);
    repository.write("README.md", "Things.\n");
    repository.commit();
    repository.version("0.1.0");
    repository.document(DOCUMENT);
    let said = repository.review(&["--base", "before"]).ends_with(0);
    assert!(said.contains("has no openapi/tasks.yaml"), "{said}");
    // Unrelated histories, and a missing main.
    let said = repository.review(&[]).ends_with(2);
    assert!(said.contains("--base"), "{said}");
    repository.git(&["branch", "--quiet", "--delete", "--force", "main"]);
    let said = repository.review(&[]).ends_with(2);
    assert!(said.contains("--base"), "{said}");
}
