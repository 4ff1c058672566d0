use std::{fs, thread, time::Duration};

use indoc::indoc;
use mock_server::{
    MockServer,
    fault::{Fault, Faults},
};

use crate::run::{Started, assert_golden, server, tasks};

const HANGS: Duration = Duration::from_secs(60);

/// Waits until the server has received a number of requests.
fn on_their_way(server: &MockServer, requests: u64) {
    while server.ledger().requests < requests {
        thread::sleep(Duration::from_millis(2));
    }
}

fn start(arguments: &str, server: &MockServer, stdin: &str) -> Started {
    tasks(arguments).to(server).stdin(stdin).start()
}

#[test]
fn interrupted_task_is_unknown() {
    for signal in ["INT", "TERM"] {
        let server = server();
        server.script([Fault::none().delay(HANGS).after_create()]);
        let started = start("create --title A", &server, "");
        on_their_way(&server, 1);
        started.signal(signal);
        let ended = started.end();
        assert_eq!(ended.code, Some(3), "{ended}");
        assert_golden!("interrupted", ended);
    }
}

/// After the first interrupt no task is sent, and the requests in flight complete.
#[test]
fn interrupted_list_waits_for_tasks_in_flight() {
    let server = server();
    server.script([
        Fault::none(),
        Fault::none().delay(Duration::from_millis(300)),
    ]);
    let text = indoc! {r#"
        {"title": "A"}
        {"title": "B"}
        {"title": "C"}
        {"title": "D"}
    "#};
    let started = start(
        "create - --concurrency 1 --save-unsent rest.jsonl",
        &server,
        text,
    );
    on_their_way(&server, 2);
    started.signal("INT");
    let ended = started.end();
    assert_eq!(ended.code, Some(1), "{ended}");
    assert_eq!(server.ledger().created, 2);
    assert_golden!("interrupted_list", ended);
    let rest = fs::read_to_string(ended.path("rest.jsonl")).unwrap();
    assert_eq!(rest, "{\"title\":\"C\"}\n{\"title\":\"D\"}\n");
}

/// The second interrupt abandons the requests in flight.
#[test]
fn second_interrupt_abandons_a_list() {
    let server = server();
    server.set_faults(Faults::always(Fault::none().delay(HANGS)));
    let text = indoc! {r#"
        {"title": "A"}
        {"title": "B"}
        {"title": "C"}
    "#};
    let started = start("create - --concurrency 2", &server, text);
    on_their_way(&server, 2);
    started.signal("INT");
    // Equal signals that are pending at once are merged.
    started.signal("TERM");
    let ended = started.end();
    assert_eq!(ended.code, Some(3), "{ended}");
    assert_golden!("interrupted_list_twice", ended);
}
