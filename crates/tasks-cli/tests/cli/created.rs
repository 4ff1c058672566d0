use serde_json::{Value, json};

use crate::run::{SECRET, assert_golden, server, tasks};

const PUBLISHED: &str = "openapi/examples/createPrototypeTask.request.json";

fn published() -> Vec<u8> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    std::fs::read(format!("{root}{PUBLISHED}")).unwrap()
}

#[test]
fn creates_a_task_on_the_mock_server() {
    let run = tasks("create --mock task.json");
    let ended = run.file("task.json", published()).end();
    assert_eq!(ended.code, Some(0));
    assert_golden!("created", ended);
}

#[test]
fn prints_json_of_a_created_task() {
    let run = tasks("create --mock --format json task.json");
    let ended = run.file("task.json", published()).end();
    assert_eq!(ended.code, Some(0));
    assert_eq!(ended.stdout.lines().count(), 1);
    assert_golden!("created_json", ended);
}

#[test]
fn sends_the_content_of_the_file() {
    let server = server();
    let run = tasks("create task.json").to(&server);
    let ended = run.file("task.json", published()).end();
    assert_eq!(ended.code, Some(0), "{ended}");

    let received = server.received();
    let request = received.last().unwrap();
    let mut published: Value = serde_json::from_slice(&published()).unwrap();
    // The same instant: the offset +00:00 is written as Z.
    published["approvalSteps"][0]["dueDate"] = json!("2023-06-11T13:00:00Z");
    assert_eq!(request.json().unwrap(), published);
    let authorization = format!("Bearer {SECRET}");
    assert_eq!(request.header("authorization"), Some(&*authorization));
    assert_eq!(request.header("x-version"), Some("2022-01-01"));
    // Without --mock, there is a warning about the end of the endpoint.
    assert_golden!("created_by_a_server", ended);
}

#[test]
fn flags_override_the_file() {
    let server = server();
    let file = r#"{"title": "From the file", "description": "Kept", "dueDate": "no date at all", "assignees": []}"#;
    let flags = "create - --due 2026-03-01T17:00:00+01:00 --assignee A --assignee B --status Started --resource R \
                 --segment S --no-notifications --title";
    let run = tasks(flags)
        .argument("From the flags")
        .to(&server)
        .stdin(file);
    let ended = run.end();
    assert_eq!(ended.code, Some(0), "{ended}");
    let sent = json!({
        "title": "From the flags",
        "description": "Kept",
        "dueDate": "2026-03-01T16:00:00Z",
        "assignees": [{"id": "A", "type": "USER"}, {"id": "B", "type": "USER"}],
        "status": "Started",
        "location": {"resource": "R", "segment": "S"},
        "notificationsDisabled": true,
    });
    assert_eq!(server.received().last().unwrap().json().unwrap(), sent);
}

#[test]
fn distinguishes_null_and_absent_due_dates() {
    let server = server();
    for (arguments, sent) in [
        (
            "create --title T --due none",
            json!({"title": "T", "dueDate": null}),
        ),
        ("create --title T", json!({"title": "T"})),
    ] {
        let ended = tasks(arguments).to(&server).end();
        assert_eq!(ended.code, Some(0), "{ended}");
        assert_eq!(server.received().last().unwrap().json().unwrap(), sent);
    }
}

#[test]
fn removes_escape_sequences_of_a_response() {
    use mock_server::fault::Fault;
    let server = server();
    let body = r#"{"id": "x\u001b[31m", "title": "T", "owner": "U", "status": "red\u001b[31m\r\nFake line\u202e"}"#;
    server.script([Fault::body(201, "application/json", body).after_create()]);
    let ended = tasks("create --title T").to(&server).end();
    assert_golden!("created_with_control_characters", ended);
}

#[test]
fn verbose_logs_attempts() {
    let server = server();
    let ended = tasks("create --verbose --title T").to(&server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert!(
        ended.stderr.contains("http.response.status_code=201"),
        "{ended}"
    );
}
