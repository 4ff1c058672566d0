//! The text of the review: renames, links, scopes, and several defects at once.

use super::support::{COLOR, DOCUMENT, Repository};

fn markdown(repository: &Repository, arguments: &[&str], code: i32) -> String {
    let arguments = [&["--format", "markdown"], arguments].concat();
    repository.review(&arguments).ends_with(code)
}

#[test]
fn a_renamed_schema_is_one_change_with_its_rust_type() {
    let repository = Repository::new();
    repository.release();
    repository.document(
        &DOCUMENT
            .replace("Thing:", "Item:")
            .replace("schemas/Thing'", "schemas/Item'"),
    );
    let shown = markdown(&repository, &[], 1);
    assert!(
        shown.contains("struct `types::Thing` was renamed to `types::Item`"),
        "{shown}"
    );
    assert!(
        !shown.contains("Unknown cause: no change of the document matches"),
        "{shown}"
    );
    assert_snapshot!(shown);
}

#[test]
fn reports_changes_caused_by_the_generator() {
    let repository = Repository::new();
    // Snapshots of the base, as an earlier generator wrote them.
    let path = "crates/tasks-client/tests/snapshots/generated/type.Thing.snap";
    let snapshot =
        std::fs::read_to_string(repository.path().join(path)).expect("the snapshot exists");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.write(path, &snapshot.replace("pub name: ", "pub label: "));
    repository.commit();
    repository.git(&["checkout", "--quiet", "-B", "change"]);
    repository.document(DOCUMENT);
    let shown = markdown(&repository, &[], 0);
    assert!(shown.contains("Caused by the generator"), "{shown}");
}

#[test]
fn lines_are_linked_where_the_repository_is_known() {
    let repository = Repository::new();
    repository.document(&DOCUMENT.replace(COLOR, ""));
    let links = [
        "--repository",
        "https://code.example/o/r/",
        "--commit",
        "c0ffee",
    ];
    let shown = markdown(&repository, &links, 1);
    assert!(
        shown.contains("](https://code.example/o/r/blob/c0ffee/openapi/tasks.yaml#L"),
        "{shown}"
    );
    assert!(!markdown(&repository, &[], 1).contains("https://code.example"));
}

#[test]
fn every_format_reports_the_same_line() {
    let repository = Repository::new();
    repository.document(&DOCUMENT.replace(COLOR, ""));
    let line = |text: &str, before: &str| {
        let rest = text.split(before).nth(1).expect(before);
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().expect("a line")
    };
    let show = |format: &str| repository.review(&["--format", format]).ends_with(1);
    let human = line(&show("human"), "openapi/tasks.yaml (revision):");
    assert_eq!(
        line(&show("github"), "file=openapi/tasks.yaml,line="),
        human
    );
    assert_eq!(line(&show("json"), "\"line\": "), human);
    let shown = show("markdown");
    let place = format!("`openapi/tasks.yaml:{human}` in the revision");
    assert!(shown.contains(&place), "{place}\n{shown}");
}

#[test]
fn reports_five_defects_errors_first() {
    let repository = Repository::new();
    repository.release();
    let text = DOCUMENT
        // A removed property, a renamed operation, a missing description, a wrong example, a new
        // limit.
        .replace(COLOR, "")
        .replace("operationId: listThings", "operationId: findThings")
        .replace("      description: Lists the things.\n", "")
        .replace("example: {name: Chair}", "example: {name: 7}")
        .replace(
            "name: {type: string, description: Its name.}",
            "name: {type: string, maxLength: 9, description: Its name.}",
        );
    repository.write("openapi/tasks.yaml", &text);
    let shown = repository.review(&["--format", "github"]).ends_with(1);
    let levels: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("::"))
        .filter_map(|line| line.split(' ').next())
        .collect();
    let order = ["::error", "::warning", "::notice"];
    let severity = |level: &&str| order.iter().position(|one| one == level);
    assert!(levels.is_sorted_by_key(severity), "{shown}");
    // The last error: it usually results from the others, and only the first ten are shown.
    let last = shown.lines().rfind(|line| line.starts_with("::error"));
    assert!(
        last.is_some_and(|line| line.contains("generated-file-stale")),
        "{shown}"
    );
    assert_eq!(
        shown.matches("title=generated-file-stale").count(),
        1,
        "{shown}"
    );
    assert_snapshot!(markdown(&repository, &[], 1));
}

#[test]
fn locates_an_added_status_at_its_key() {
    let repository = Repository::new();
    let status = "        '404':\n          description: There are none.\n        4XX:";
    let text = DOCUMENT.replace("        4XX:", status);
    repository.document(&text);
    let line = text.lines().position(|line| line.contains("'404':"));
    let line = line.expect("the status") + 1;
    let shown = repository.review(&["--format", "github"]).ends_with(0);
    let place = format!("file=openapi/tasks.yaml,line={line},");
    let added = shown.lines().find(|line| line.contains("status-added"));
    assert!(
        added.is_some_and(|one| one.contains(&place)),
        "{place} {shown}"
    );
}

#[test]
fn a_changed_pinned_value_explains_the_change_of_the_client() {
    let pinned = |value: &str| {
        let parameter = format!(
            "  parameters:\n    Version:\n      name: X-Version\n      in: header\n      description: Its version.\n      x-pinned-value: '{value}'\n      schema: {{type: string}}\n"
        );
        let used =
            "      parameters: [{$ref: '#/components/parameters/Version'}]\n      responses:\n";
        DOCUMENT
            .replace("      responses:\n", used)
            .replace("components:\n", &format!("components:\n{parameter}"))
    };
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.document(&pinned("1"));
    repository.commit();
    repository.git(&["checkout", "--quiet", "-B", "change"]);
    repository.document(&pinned("2"));
    let shown = markdown(&repository, &[], 0);
    assert!(shown.contains("api-pinned-version-changed"), "{shown}");
    assert!(!shown.contains("not caused by the document"), "{shown}");
}

/// The container of a document-level requirement is the whole document, which is too long to be
/// compared.
#[test]
fn an_added_scope_is_the_only_line_of_its_diff_in_a_long_document() {
    let scopes = |scopes: &str| {
        let text = DOCUMENT.replace("security: []", &format!("security:\n  - auth:\n{scopes}"));
        let long = format!("      description: |\n{}", "        A thing.\n".repeat(600));
        text.replace("      description: A thing.\n", &long)
    };
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.document(&scopes("      - read"));
    repository.commit();
    repository.git(&["checkout", "--quiet", "-B", "change"]);
    repository.document(&scopes("      - read\n      - write"));
    let shown = markdown(&repository, &[], 1);
    let added: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("+ "))
        .collect();
    assert_eq!(added, ["+       - write"], "{shown}");
}

#[test]
fn an_added_scope_is_the_only_line_of_its_diff() {
    let scopes = |scopes: &str| {
        let scheme = "  securitySchemes:\n    auth:\n      type: oauth2\n      flows:\n        clientCredentials:\n          tokenUrl: https://things.example.com/token\n          scopes: {read: Read., write: Write.}\n";
        DOCUMENT
            .replace("security: []\n", &format!("security:\n  - auth:\n{scopes}"))
            .replace("components:\n", &format!("components:\n{scheme}"))
    };
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.document(&scopes("      - read\n"));
    repository.commit();
    repository.git(&["checkout", "--quiet", "-B", "change"]);
    repository.document(&scopes("      - read\n      - write\n"));
    let shown = markdown(&repository, &[], 1);
    let added = shown
        .lines()
        .filter(|line| line.starts_with("+ "))
        .collect::<Vec<_>>();
    assert_eq!(added.len(), 1, "{shown}");
    assert!(added[0].ends_with("- write"), "{shown}");
    assert_snapshot!(shown);
}
