use std::time::Duration;

use mock_server::fault::Fault;

use crate::run::{assert_golden, server, tasks};

/// Every kind of failure has an exit code, an error and help.
#[test]
fn reports_the_failure_of_one_task() {
    let html = || Fault::html(502);
    for (name, code, fault) in [
        ("400", 1, Fault::status(400)),
        ("401", 1, Fault::status(401)),
        ("403", 1, Fault::status(403).header("x-request-id", "r-1")),
        ("404", 1, Fault::status(404)),
        ("409", 1, Fault::status(409)),
        (
            "429",
            1,
            Fault::status(429).retry_after(Duration::from_secs(3600)),
        ),
        ("redirect", 1, Fault::redirect(307, "https://example.com/")),
        ("500", 3, Fault::status(500).after_create()),
        ("502_page", 3, html()),
        (
            "no_response",
            3,
            Fault::close_after_reading().after_create(),
        ),
        ("truncated_response", 4, Fault::half_body()),
        ("garbage", 4, Fault::garbage()),
        (
            "wrong_type",
            4,
            Fault::body(201, "application/json", r#"{"id": "t-1", "title": 5}"#).after_create(),
        ),
    ] {
        let server = server();
        server.script([fault]);
        let ended = tasks("create --title A").to(&server).end();
        assert_eq!(ended.code, Some(code), "{ended}");
        assert_eq!(ended.stdout, "", "{ended}");
        assert_eq!(server.received().len(), 1, "{name} was sent again");
        assert_golden!(format!("failure_{name}"), ended);
    }
}

#[test]
fn reports_a_refused_connection() {
    let server = server();
    server.refuse().unwrap();
    let ended = tasks("create --title A --timeout 1").to(&server).end();
    assert_eq!(ended.code, Some(1), "{ended}");
    assert!(ended.stderr.contains("retrying is safe"), "{ended}");
}

#[test]
fn prints_the_message_of_the_service() {
    let server = server();
    let reason = r#"{"code": "400BadRequest", "message": "assignees[0]: no such user"}"#;
    server.script([Fault::body(400, "application/json", reason)]);
    let ended = tasks("create --title A --format json").to(&server).end();
    assert_eq!(ended.code, Some(1));
    assert_golden!("failure_json", ended);
}

#[test]
fn at_least_once_warns_about_duplicates() {
    let server = server();
    server.script([Fault::status(500).after_create()]);
    let ended = tasks("create --title A --at-least-once").to(&server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert_eq!(server.ledger().created, 2);
    assert!(ended.stderr.contains("check for duplicates"), "{ended}");
}

#[test]
fn reports_a_timeout() {
    let server = server();
    server.script([Fault::none().delay(Duration::from_secs(60))]);
    let ended = tasks("create --title A --timeout 1").to(&server).end();
    assert_eq!(ended.code, Some(3), "{ended}");
}
