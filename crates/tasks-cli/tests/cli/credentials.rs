use mock_server::{
    MockServer,
    fault::{Fault, Faults},
};

use crate::run::{Run, SECRET, assert_golden, server, tasks};

/// An address without a server, for runs that end before a request.
const UNREACHABLE: &str = "http://127.0.0.1:9";

fn with_credentials(arguments: &str, server: &MockServer) -> Run {
    let run = tasks(arguments);
    run.env("TASKS_BASE_URL", server.url())
        .env("TASKS_CLIENT_ID", "client")
        .env("TASKS_CLIENT_SECRET", SECRET)
}

#[test]
fn client_credentials_are_exchanged_for_a_token() {
    let server = server();
    let ended = with_credentials("create --title A", &server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    let ledger = server.ledger();
    assert_eq!((ledger.tokens_issued, ledger.created), (1, 1));
}

#[test]
fn reports_rejected_credentials() {
    let server = server();
    let body = r#"{"error": "invalid_client", "error_description": "unknown client"}"#;
    server.set_token_faults(Faults::always(Fault::body(401, "application/json", body)));
    let ended = with_credentials("create --title A", &server).end();
    assert_eq!(ended.code, Some(1));
    assert_golden!("credentials_rejected", ended);
}

#[test]
fn rejects_incomplete_credentials() {
    let run = tasks("create --title A");
    let ended = run.env("TASKS_CLIENT_SECRET", SECRET).end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("credentials_without_id", ended);
}

#[test]
fn reads_a_token_file() {
    let server = server();
    let run = tasks("create --title A --token-file token");
    let run = run
        .env("TASKS_BASE_URL", server.url())
        .env("TASKS_TOKEN", "another");
    let ended = run.secret_file("token", format!("{SECRET}\n")).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    let sent = format!("Bearer {SECRET}");
    assert_eq!(server.received()[0].header("authorization"), Some(&*sent));
}

/// An invalid variable is an error only if it applies.
#[test]
fn arguments_override_an_invalid_environment() {
    let server = server();
    let run = tasks(&format!(
        "create --title A --base-url {} --token-file token",
        server.url()
    ));
    let run = run
        .env("TASKS_REGION", "mars")
        .env("TASKS_TOKEN", "another")
        .env("TASKS_CLIENT_ID", "client");
    let ended = run.secret_file("token", SECRET).end();
    assert_eq!(ended.code, Some(0), "{ended}");
}

#[test]
fn rejects_two_identities() {
    let run = tasks("create --title A").env("TASKS_BASE_URL", UNREACHABLE);
    let run = run
        .env("TASKS_TOKEN", SECRET)
        .env("TASKS_CLIENT_ID", "client");
    let ended = run.end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("credentials_and_token", ended);
}

#[test]
fn rejects_unusable_token_files() {
    let two_lines = format!("{SECRET}\n{SECRET}\n");
    let control = format!("{SECRET}\u{7}");
    let long = SECRET.repeat(10_000);
    let files: [(&str, &[u8]); 6] = [
        ("empty", b"\n"),
        ("two_lines", two_lines.as_bytes()),
        ("control", control.as_bytes()),
        ("letters", "schlüssel".as_bytes()),
        ("binary", b"hunter2\xff\xfe"),
        ("long", long.as_bytes()),
    ];
    for (name, text) in files {
        let run = tasks("create --title A --token-file token");
        let run = run.env("TASKS_BASE_URL", UNREACHABLE);
        let ended = run.secret_file("token", text).end();
        assert_eq!(ended.code, Some(2), "{ended}");
        assert!(!ended.to_string().contains("hunter2"), "{ended}");
        assert_golden!(format!("token_file_{name}"), ended);
    }
    let ended = tasks("create --title A --token-file nosuch").end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("token_file_missing", ended);
}
