use std::fs;

use mock_server::{AfterSunset, Document, MockServer, fault::Fault};

use crate::run::{assert_golden, server, tasks};

const THREE: &str = "{\"title\":\"A\"}\n{\"title\":\"B\"}\n{\"title\":\"C\"}\n";

fn after_sunset(response: AfterSunset) -> MockServer {
    let document = Document::parse("the document", tasks_client::DOCUMENT).unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2027, 2, 1).unwrap();
    let builder = MockServer::builder(document).today(today);
    builder.after_sunset(response).start().unwrap()
}

/// All tasks are saved, the help names the successor, and the successor creates each task once.
#[test]
fn a_list_stops_and_is_sent_to_the_successor() {
    for (name, response) in [
        ("gone", AfterSunset::Gone),
        ("not_found", AfterSunset::NotFound),
        ("forbidden", AfterSunset::Forbidden),
        ("redirect", AfterSunset::Redirect),
    ] {
        let server = after_sunset(response);
        let run =
            tasks("create tasks.jsonl --concurrency 1 --today 2027-02-01 --save-unsent rest.jsonl");
        let ended = run.to(&server).file("tasks.jsonl", THREE).end();
        assert_eq!(ended.code, Some(1), "{name}: {ended}");
        assert_golden!(format!("sunset_{name}"), ended);
        let rest = fs::read_to_string(ended.path("rest.jsonl")).unwrap();
        assert_eq!(rest, THREE, "{name}");
        let ledger = server.ledger();
        assert_eq!((ledger.requests, ledger.created), (1, 0), "{name}");

        let run = tasks("create rest.jsonl --api-version 2026-01-01");
        let again = run.inside(&ended).to(&server).end();
        assert_eq!(again.code, Some(0), "{name}: {again}");
        assert!(!again.stderr.contains("deprecated"), "{name}: {again}");
        let mut titles: Vec<String> = server
            .ledger()
            .entries
            .iter()
            .map(|entry| entry.request.json().unwrap()["title"].to_string())
            .collect();
        titles.sort();
        assert_eq!(titles, ["\"A\"", "\"B\"", "\"C\""], "{name}");
    }
}

#[test]
fn advises_the_successor_for_a_single_task() {
    let server = after_sunset(AfterSunset::NotFound);
    let run = tasks("create --title T --today 2027-02-01").to(&server);
    let ended = run.end();
    assert_eq!(ended.code, Some(1), "{ended}");
    assert!(ended.stderr.contains("--api-version 2026-01-01"), "{ended}");
    assert!(!ended.stderr.contains("check the ids"), "{ended}");
    assert!(!ended.stderr.contains("ApiVersion::"), "{ended}");
    let before = tasks("create --title T").to(&server).end();
    assert!(before.stderr.contains("check the ids"), "{before}");
}

/// A 403 of the service itself does not stop a list, but the help names the successor.
#[test]
fn advises_the_successor_for_a_403_after_the_sunset() {
    let server = server();
    server.set_faults(mock_server::fault::Faults::always(Fault::status(403)));
    let ended = tasks("create --title T --today 2027-02-01")
        .to(&server)
        .end();
    assert!(ended.stderr.contains("--api-version 2026-01-01"), "{ended}");
    assert!(!ended.stderr.contains("scope"), "{ended}");
    let before = tasks("create --title T --today 2027-01-30")
        .to(&server)
        .end();
    assert!(before.stderr.contains("task:write"), "{before}");
}

/// A 404 concerns an id if another task of the list was created, and a 400 never concerns the
/// endpoint.
#[test]
fn a_404_after_a_create_and_a_400_do_not_stop_a_list() {
    let server = server();
    server.script([Fault::none(), Fault::status(404), Fault::status(400)]);
    let text = format!("{THREE}{{\"title\":\"D\"}}\n");
    let run = tasks("create tasks.jsonl --concurrency 1 --today 2027-02-01");
    let ended = run.to(&server).file("tasks.jsonl", text).end();
    assert_eq!(ended.code, Some(1), "{ended}");
    assert_eq!(server.ledger().created, 2, "{ended}");
}

/// A task with an unknown outcome is listed, and not saved for another run.
#[test]
fn does_not_save_tasks_with_an_unknown_outcome() {
    for status in [302, 501] {
        let server = server();
        server.script([Fault::redirect(status, "/elsewhere")]);
        let run =
            tasks("create tasks.jsonl --concurrency 1 --today 2027-02-01 --save-unsent rest.jsonl");
        let ended = run.to(&server).file("tasks.jsonl", THREE).end();
        assert_eq!(ended.code, Some(3), "{ended}");
        assert_eq!(server.ledger().requests, 1, "{ended}");
        let rest = fs::read_to_string(ended.path("rest.jsonl")).unwrap();
        assert_eq!(rest.lines().count(), 2, "{ended}");
        assert!(!rest.contains("\"A\""), "{ended}");
    }
}

#[test]
fn the_environment_selects_the_version() {
    let server = server();
    let run = tasks("create --title T").env("TASKS_API_VERSION", "2026-01-01");
    let ended = run.to(&server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    let received = server.received().pop().unwrap();
    assert_eq!(received.uri.path(), "/tasks");
    assert_eq!(received.header("x-version"), Some("2026-01-01"));
    let invalid = tasks("create --title T --api-version 2024-01-01").end();
    assert_eq!(invalid.code, Some(2), "{invalid}");
    assert!(
        invalid.stderr.contains("2022-01-01, 2026-01-01"),
        "{invalid}"
    );
}

/// The exit code is 0: the task was created.
#[test]
fn warns_about_a_dropped_value() {
    let server = server();
    let dropped = r#"{"id":"a","title":"T"}"#;
    server.script([Fault::body(201, "application/json", dropped).after_create()]);
    let run = tasks("create --title T --due 2026-12-24T10:00:00Z --assignee U");
    let ended = run.to(&server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    let warning = "sent, but not returned with the same value: `dueDate`, `assignees`";
    assert!(ended.stderr.contains(warning), "{ended}");
}
