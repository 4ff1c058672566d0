//! Files that cannot be read: every format reports the error with its location.

use super::support::{DOCUMENT, Repository};

/// The document with a tab in the indentation of a line.
fn with_tab() -> String {
    DOCUMENT.replace("      summary:", "\tsummary:")
}

#[test]
fn reports_a_tab_in_the_document_in_every_format() {
    let repository = Repository::new();
    repository.write("openapi/tasks.yaml", &with_tab());
    for format in ["human", "json", "sarif", "github", "markdown"] {
        let shown = repository.review(&["--format", format]).ends_with(1);
        assert_snapshot!(format!("tab_{format}"), shown);
    }
}

#[test]
fn reports_wrong_indentation() {
    let repository = Repository::new();
    let text = DOCUMENT.replace("      summary:", "       summary:");
    repository.write("openapi/tasks.yaml", &text);
    let shown = repository.review(&["--format", "markdown"]).ends_with(1);
    assert_snapshot!(shown);
}

#[test]
fn reports_other_files_of_the_tree() {
    for path in [
        "openapi/approvals.yaml",
        "openapi/levels.yaml",
        "openapi/examples/listThings.200.json",
    ] {
        let repository = Repository::new();
        repository.write(path, "[\n");
        let shown = repository.review(&["--format", "github"]).ends_with(1);
        assert!(
            shown.starts_with(&format!("::error file={path},line=")),
            "{shown}"
        );
    }
    let repository = Repository::new();
    std::fs::remove_file(repository.path().join("openapi/tasks.yaml")).expect("the file exists");
    let shown = repository.review(&[]).ends_with(1);
    assert!(shown.contains("the file cannot be read"), "{shown}");
}

#[test]
fn a_change_that_fixes_the_base_can_be_reviewed() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.write("openapi/tasks.yaml", &with_tab());
    repository.commit();
    repository.git(&["checkout", "--quiet", "-b", "fix"]);
    repository.document(DOCUMENT);
    let shown = repository.review(&["--format", "markdown"]).ends_with(0);
    assert!(shown.contains("✅ base cannot be read"), "{shown}");
    assert!(shown.contains("openapi/tasks.yaml:9:1"), "{shown}");
}
