use indoc::indoc;

use crate::run::{assert_golden, tasks};

/// Input errors have a location and exit code 2, and nothing is sent.
#[test]
fn rejects_invalid_input() {
    for (name, text) in [
        (
            "misspelt",
            indoc! {r#"
                {
                  "titel": "A",
                  "assignees": [{"id": "A", "typ": "USER"}],
                  "due_date": null
                }
            "#},
        ),
        ("unknown", r#"{"title": "A", "colour": "red"}"#),
        (
            "set_by_service",
            r#"{"title": "A", "id": "7", "sourceUrl": "https://example.com"}"#,
        ),
        (
            "duplicate_field",
            r#"{"title": "A", "status": "Created", "title": "B"}"#,
        ),
        ("missing_title", r#"{"description": "A"}"#),
        ("blank", "{\"title\": \" \\n\"}"),
        ("date", r#"{"title": "A", "dueDate": "2026-03-01"}"#),
        ("types", r#"{"title": 5}"#),
        (
            "nested_types",
            indoc! {r#"
                {"title": "A", "approvalSteps": [
                  {"completionMode": "ONE", "participants": {}}
                ]}"#},
        ),
        (
            "null",
            r#"{"title": "A", "description": null, "location": {"resource": null, "segment": null}}"#,
        ),
        ("scalar", "\"Review the 10-K\""),
        ("nested_lists", r#"[[{"title": "A"}]]"#),
        ("yaml", "title: Review the 10-K\n"),
        ("incomplete", "{\"title\": \"A\",\n"),
        (
            "bad_line",
            indoc! {r#"
                {"title": "A"}
                {"title": "B", "due": null}
                {"title": ""}
                {"title": 'C'}
            "#},
        ),
        (
            "control_characters",
            "{\"title\": \"A\", \"\u{1b}[31m\\u001b[31mred\\nerror: no\": 1}",
        ),
        ("surrogate", r#"{"title": "\ud800"}"#),
        ("empty", "\n"),
    ] {
        let run = tasks("create task.json");
        let ended = run.file("task.json", text).end();
        assert_eq!(ended.code, Some(2), "{ended}");
        assert_eq!(ended.stdout, "");
        assert_golden!(format!("input_error_{name}"), ended);
    }
}

#[test]
fn rejects_invalid_arguments() {
    for (name, arguments) in [
        ("no_task", "create"),
        ("no_title", "create --assignee A"),
        ("no_file", "create nosuch.json"),
        ("due", "create --title A --due tomorrow"),
        ("flag", "create --titel A"),
        ("region", "create --title A --region mars"),
        ("mock_and_region", "create --title A --mock --region eu"),
        ("segment", "create --title A --segment S"),
        ("http", "create --title A --base-url http://example.com"),
        ("dry_run_json", "create --title A --dry-run --format json"),
        ("no_token", "create --title A"),
        ("subcommand", "crate"),
    ] {
        let ended = tasks(arguments).end();
        assert_eq!(ended.code, Some(2), "{ended}");
        assert_eq!(ended.stdout, "");
        assert_golden!(format!("argument_{name}"), ended);
    }
}

#[test]
fn rejects_input_that_is_not_utf_8() {
    let run = tasks("create task.json");
    let ended = run.file("task.json", b"\xff\xfe{\0").end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("input_error_invalid_utf8", ended);
}

#[cfg(unix)]
#[test]
fn rejects_endless_input() {
    let ended = tasks("create /dev/zero").end();
    assert_eq!(ended.code, Some(2), "{ended}");
    let expected = "failed to read /dev/zero: larger than 64 MiB; split it into several files";
    assert!(ended.stderr.contains(expected), "{ended}");
}

#[test]
fn prints_the_first_of_many_errors() {
    let text = "{\"titel\": \"A\"}\n".repeat(500);
    let ended = tasks("create -").stdin(&text).end();
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.lines().count() < 50, "{ended}");
    assert!(ended.stderr.contains("1000 errors"), "{ended}");
}

/// Undocumented values may be valid: they are sent with a warning.
#[test]
fn sends_undocumented_values_with_a_warning() {
    let text =
        r#"{"title": "A", "status": "Complete", "assignees": [{"id": "G", "type": "GROUP"}]}"#;
    let ended = tasks("create --mock -").stdin(text).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert_golden!("undocumented_values", ended);
}
