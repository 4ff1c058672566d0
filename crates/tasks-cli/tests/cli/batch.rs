use std::{collections::BTreeMap, fs};

use indoc::indoc;
use mock_server::{MockServer, fault::Fault};
use serde_json::Value;

use crate::run::{Ended, Run, SECRET, assert_golden, server, tasks};

const FOUR: &str = "title,dueDate,assignees\nA,,U1;U2\nB,2026-12-24T17:00:00+01:00,\nC,,\nD,,\n";

/// A run over the files of an earlier one.
fn again(ended: &Ended, arguments: &str, server: &MockServer) -> Run {
    tasks(arguments).inside(ended).to(server)
}

fn titles(server: &MockServer) -> Vec<String> {
    let entries = server.ledger().entries.into_iter();
    let title = |body: Value| body["title"].as_str().unwrap().to_owned();
    entries
        .map(|entry| title(entry.request.json().unwrap()))
        .collect()
}

fn statuses(ended: &Ended, arguments: &str) -> Value {
    let status = tasks(&format!("batch status --format json {arguments}"))
        .inside(ended)
        .end();
    assert_eq!(status.code, Some(0), "{status}");
    serde_json::from_str(&status.stdout).unwrap()
}

fn outcomes(ended: &Ended, arguments: &str) -> Vec<String> {
    let listing = statuses(ended, arguments);
    let rows = listing["rows"].as_array().unwrap().iter();
    let shown = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        format!("{} {}", text("title"), text("outcome"))
    };
    rows.map(shown).collect()
}

/// Failed rows are sent again, created ones are not, and those with an unknown outcome are listed.
#[test]
fn continues_after_an_earlier_run() {
    let server = server();
    server.script([
        Fault::none(),
        Fault::status(400),
        Fault::close_after_reading().after_create(),
        Fault::garbage(),
    ]);
    let run = tasks("batch tasks.csv --concurrency 1").to(&server);
    let first = run.file("tasks.csv", FOUR).end();
    assert_eq!(first.code, Some(3), "{first}");
    assert_golden!("batch_with_failures", first);
    for format in ["table", "csv", "json"] {
        let status = tasks(&format!("batch status tasks.csv --format {format}"));
        assert_golden!(
            format!("batch_status_{format}"),
            status.inside(&first).end()
        );
    }
    let second = again(&first, "batch tasks.csv", &server).end();
    assert_eq!(second.code, Some(3), "{second}");
    assert_golden!("batch_continued", second);
    assert_eq!(titles(&server), ["A", "C", "D", "B"]);

    let third = again(&first, "batch tasks.csv --resend-unknown", &server).end();
    assert_eq!(third.code, Some(0), "{third}");
    assert_eq!(titles(&server), ["A", "C", "D", "B", "C"]);
    let fourth = again(&first, "batch tasks.csv --resend-unknown", &server).end();
    assert_eq!(fourth.code, Some(0), "{fourth}");
    assert_golden!("batch_complete", fourth);
    assert_eq!(server.ledger().created, 5);
}

/// A rejection of the second request does not determine the outcome of the first one.
#[test]
fn rejection_keeps_an_unknown_outcome() {
    let server = server();
    server.script([Fault::status(500).after_create(), Fault::status(400)]);
    let first = tasks("batch t.csv")
        .to(&server)
        .file("t.csv", "title\nA\n")
        .end();
    assert_eq!(first.code, Some(3), "{first}");
    let second = again(&first, "batch t.csv --resend-unknown", &server).end();
    assert_eq!(second.code, Some(3), "{second}");
    assert_eq!(outcomes(&first, "t.csv"), ["A unknown"]);
    assert_eq!(again(&first, "batch t.csv", &server).end().code, Some(3));
    assert_eq!(server.ledger().requests, 2);
}

#[test]
fn input_errors_are_located_and_nothing_is_sent() {
    let server = server();
    let csv = "title,dueDate,Status\nA,tomorrow,\n,2026-12-24,Created\n";
    let ended = tasks("batch t.csv --map Status=status")
        .to(&server)
        .file("t.csv", csv)
        .end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("batch_input_errors", ended);
    let ended = tasks("batch t.csv").to(&server).file("t.csv", csv).end();
    assert_golden!("batch_unknown_column", ended);
    let lines = indoc! {r#"
            {"title": "A"}
            {"titel": "B"}
            {"title": "C", "status": "completed"}
        "#};
    let ended = tasks("batch t.jsonl")
        .to(&server)
        .file("t.jsonl", lines)
        .end();
    assert_golden!("batch_input_errors_jsonl", ended);
    assert!(server.received().is_empty());
    assert!(!ended.path("t.jsonl.journal").exists());
}

#[test]
fn dry_run_prints_rows_without_sending() {
    let server = server();
    let run = tasks("batch tasks.csv --dry-run").to(&server);
    let ended = run.file("tasks.csv", FOUR).end();
    assert_eq!(ended.code, Some(0));
    assert_golden!("batch_dry_run", ended);
    assert!(server.received().is_empty());
    assert!(!ended.path("tasks.csv.journal").exists());
    server.script([
        Fault::none(),
        Fault::none(),
        Fault::none(),
        Fault::status(400),
    ]);
    again(&ended, "batch tasks.csv --concurrency 1", &server).end();
    let ended = again(&ended, "batch tasks.csv --dry-run --format json", &server).end();
    assert_golden!("batch_dry_run_json", ended);
}

/// Rows may be reordered, and corrected or removed if they were not created. Edits of other rows
/// are rejected.
#[test]
fn rows_are_identified_by_their_content() {
    let server = server();
    server.script([
        Fault::none(),
        Fault::status(400),
        Fault::status(500),
        Fault::status(403),
    ]);
    let run = tasks("batch tasks.csv --concurrency 1").to(&server);
    let first = run.file("tasks.csv", FOUR).end();
    assert_eq!(first.code, Some(3), "{first}");

    let edit = |text: &str| fs::write(first.path("tasks.csv"), text).unwrap();
    // B is corrected, D is removed, and the others are reordered.
    edit("title,assignees\nC,\nB2,\nA,U1;U2\n");
    let ended = again(&first, "batch tasks.csv", &server).end();
    assert_eq!(ended.code, Some(3), "{ended}");
    assert_eq!(titles(&server), ["A", "B2"]);

    // A was created and C may exist: both were edited.
    edit("title,assignees\nC,U9\nB2,\nA2,U1;U2\n");
    let ended = again(&first, "batch tasks.csv --resend-unknown", &server).end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert_golden!("batch_edited", ended);
    let dry = again(&first, "batch tasks.csv --dry-run", &server).end();
    assert_eq!((dry.code, dry.stdout.as_str()), (Some(2), ""));
    assert_eq!(titles(&server), ["A", "B2"]);

    let ended = again(&first, "batch tasks.csv --as-new 5", &server).end();
    assert_golden!("batch_as_new_unknown_line", ended);
    let ended = again(
        &first,
        "batch tasks.csv --as-new 2 --as-new 4 --concurrency 1",
        &server,
    )
    .end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert_eq!(titles(&server), ["A", "B2", "C", "A2"]);
    assert_eq!(
        outcomes(&first, "tasks.csv"),
        [
            "C created",
            "B2 created",
            "A2 created",
            "A created",
            "C unknown"
        ]
    );
    // The new rows are recorded.
    assert_eq!(
        again(&first, "batch tasks.csv", &server).end().code,
        Some(0)
    );
    // Created rows can be removed.
    edit("title,assignees\nNew,\n");
    let ended = again(&first, "batch tasks.csv --as-new 2", &server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
}

/// A row that moves to the position of a removed one is not a new row.
#[test]
fn recognises_rows_of_earlier_runs() {
    let server = server();
    server.script([Fault::none(), Fault::status(401)]);
    let run = tasks("batch tasks.csv --concurrency 1").to(&server);
    let first = run.file("tasks.csv", FOUR).end();
    assert_eq!(first.code, Some(1), "{first}");
    assert_golden!("batch_stopped", first);
    fs::write(first.path("tasks.csv"), FOUR.replace("A,,U1;U2\n", "")).unwrap();
    let ended = again(&first, "batch tasks.csv --concurrency 1", &server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert_eq!(titles(&server), ["A", "B", "C", "D"]);
}

#[test]
fn equal_rows_are_distinct_tasks() {
    let server = server();
    let run = tasks("batch t.csv --concurrency 1").to(&server);
    let first = run.file("t.csv", "title\nA\nB\nA\nA\n").end();
    assert_eq!(first.code, Some(0), "{first}");
    assert_golden!("batch_equal_rows", first);
    let more = "title\nA\nA\nA\nA\nB\n";
    fs::write(first.path("t.csv"), more).unwrap();
    assert_eq!(again(&first, "batch t.csv", &server).end().code, Some(0));
    assert_eq!(titles(&server), ["A", "B", "A", "A", "A"]);
}

/// A row of one destination may not exist at another.
#[test]
fn rejects_the_journal_of_another_destination() {
    let (here, there) = (server(), server());
    let first = tasks("batch t.csv --mock")
        .file("t.csv", "title\nA\n")
        .end();
    assert_eq!(first.code, Some(0), "{first}");
    assert_eq!(again(&first, "batch t.csv", &here).end().code, Some(0));
    assert_eq!(here.ledger().created, 1);
    let ended = again(&first, "batch t.csv", &there).end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert_golden!("batch_other_destination", ended);
    let run = tasks("batch t.csv")
        .inside(&first)
        .env("TASKS_BASE_URL", here.url());
    let run = run
        .env("TASKS_CLIENT_ID", "client")
        .env("TASKS_CLIENT_SECRET", SECRET);
    let ended = run.end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert!(
        ended.stderr.contains("with the client id of hash"),
        "{ended}"
    );
    assert_eq!(here.ledger().created, 1);
    assert_eq!(there.ledger().requests, 0);
    let ended = again(&first, "batch t.csv --journal t.csv.mock-journal", &here).end();
    assert_eq!(ended.code, Some(2), "{ended}");
}

#[test]
fn rejects_a_concurrent_run() {
    let server = server();
    server.script([Fault::none().delay(std::time::Duration::from_secs(60))]);
    let first = tasks("batch t.csv --concurrency 1 --journal j").to(&server);
    let started = first.file("t.csv", "title\nA\n").start();
    while server.ledger().requests == 0 {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let second = tasks("batch t.csv --journal").argument(started.path("j").to_str().unwrap());
    let second = second.to(&server).file("t.csv", "title\nA\n").end();
    assert_eq!(second.code, Some(2), "{second}");
    assert!(
        second
            .stderr
            .contains("failed to lock the journal: another run is using it"),
        "{second}"
    );
    let status =
        tasks("batch status --format csv --journal").argument(started.path("j").to_str().unwrap());
    let status = status.end();
    assert!(status.stdout.contains("2,unknown,,A"), "{status}");
    started.kill();
}

#[test]
fn rejects_a_damaged_journal() {
    let server = server();
    let first = tasks("batch t.csv")
        .to(&server)
        .file("t.csv", "title\nA\n")
        .end();
    let path = first.path("t.csv.journal");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace("\"outcome\":\"created\"", "\"outcome\":\"unknown\""),
    )
    .unwrap();
    let ended = again(&first, "batch t.csv", &server).end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert_golden!("batch_damaged_journal", ended);
    fs::write(&path, "title,status\nnot,a journal\n").unwrap();
    let ended = again(&first, "batch t.csv", &server).end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "title,status\nnot,a journal\n"
    );
    let ended = again(&first, "batch t.csv --journal /dev/zero", &server).end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert_eq!(server.ledger().created, 1);
}

#[test]
fn standard_input_requires_a_journal() {
    let server = server();
    let ended = tasks("batch -").to(&server).stdin("title\nA\n").end();
    assert_golden!("batch_stdin_without_journal", ended);
    let first = tasks("batch - --journal j")
        .to(&server)
        .stdin("title\nA\n")
        .end();
    assert_eq!(first.code, Some(0), "{first}");
    let run = again(&first, "batch - --journal j", &server);
    let second = run.stdin("[{\"title\": \"A\"}, {\"title\": \"B\"}]").end();
    assert_eq!(second.code, Some(0), "{second}");
    assert_eq!(titles(&server), ["A", "B"]);
}

#[test]
fn json_format_prints_events() {
    let server = server();
    server.script([Fault::none(), Fault::status(400)]);
    let run = tasks("batch t.csv --format json --concurrency 1").to(&server);
    let ended = run.file("t.csv", "title\nA\nB\n").end();
    assert_eq!(ended.code, Some(1), "{ended}");
    let events: Vec<Value> = ended
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for event in &events {
        assert_eq!(event["version"], 1);
        *counts.entry(event["event"].as_str().unwrap()).or_default() += 1;
    }
    assert_eq!((counts["start"], counts["row"], counts["end"]), (1, 2, 1));
    let end = events.last().unwrap();
    assert_eq!(
        (&end["created"], &end["rejected"], &end["exitCode"]),
        (&1.into(), &1.into(), &1.into())
    );
}

#[test]
fn stops_after_max_failures() {
    let server = server();
    server.set_faults(mock_server::fault::Faults::always(Fault::status(400)));
    let run = tasks("batch t.csv --max-failures 2 --concurrency 1").to(&server);
    let ended = run.file("t.csv", "title\nA\nB\nC\nD\n").end();
    assert_eq!(ended.code, Some(1));
    assert_golden!("batch_max_failures", ended);
    assert_eq!(server.ledger().requests, 2);
}

/// A larger input and a server with faults: the journal and the ledger of the server match.
#[test]
fn journal_matches_the_ledger_of_the_server() {
    use mock_server::fault::Faults;
    let server = server();
    let faults = Faults::random(11)
        .with(0.05, Fault::status(400))
        .with(0.05, Fault::status(500).after_create())
        .with(0.05, Fault::close_after_reading())
        .with(0.05, Fault::half_body());
    server.set_faults(faults);
    let rows: String = (0..300).map(|number| format!("T{number}\n")).collect();
    let run = tasks("batch t.csv --concurrency 16").to(&server);
    let ended = run.file("t.csv", format!("title\n{rows}")).end();
    assert_eq!(ended.code, Some(3), "{ended}");
    let mut created: BTreeMap<String, usize> = BTreeMap::new();
    for title in titles(&server) {
        *created.entry(title).or_default() += 1;
    }
    let listing = statuses(&ended, "t.csv");
    let rows = listing["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 300);
    for row in rows {
        let count = created
            .get(row["title"].as_str().unwrap())
            .copied()
            .unwrap_or_default();
        match row["outcome"].as_str().unwrap() {
            "created" | "created-unread" => assert_eq!(count, 1, "{row}"),
            "not-created" | "not-sent" => assert_eq!(count, 0, "{row}"),
            "unknown" => assert!(count <= 1, "{row}"),
            other => panic!("{other}"),
        }
    }
}

#[cfg(unix)]
#[test]
fn interrupts_end_a_run_safely() {
    use std::time::Duration;
    let server = server();
    server.script([
        Fault::none(),
        Fault::none().delay(Duration::from_millis(300)),
    ]);
    let run = tasks("batch tasks.csv --concurrency 1").to(&server);
    let started = run.file("tasks.csv", FOUR).start();
    let wait = |requests| {
        while server.ledger().requests < requests {
            std::thread::sleep(Duration::from_millis(2));
        }
    };
    wait(2);
    started.signal("INT");
    let first = started.end();
    assert_eq!(first.code, Some(1), "{first}");
    assert_golden!("batch_interrupted", first);
    assert_eq!(titles(&server), ["A", "B"]);

    server.script([Fault::none().delay(Duration::from_secs(60))]);
    let started = again(&first, "batch tasks.csv --concurrency 1", &server).start();
    wait(3);
    started.signal("INT");
    // Equal signals that are pending at once are merged.
    started.signal("TERM");
    let ended = started.end();
    assert_eq!(ended.code, Some(3), "{ended}");
    assert_eq!(
        outcomes(&first, "tasks.csv"),
        ["A created", "B created", "C unknown", "D not-sent"]
    );
}

/// No request is sent whose intent cannot be recorded.
#[cfg(target_os = "linux")]
#[test]
fn full_disk_ends_the_run() {
    let server = server();
    let rows: String = (0..200)
        .map(|number| format!("A task with number {number}\n"))
        .collect();
    let run = tasks("batch t.csv --concurrency 4 --journal disk/j").to(&server);
    let run = run.file("t.csv", format!("title\n{rows}"));
    let disk = run.path("disk");
    fs::create_dir(&disk).unwrap();
    let mount = |arguments: &[&str]| {
        let output = std::process::Command::new("/bin/mount")
            .args(arguments)
            .arg(&disk)
            .output();
        output.is_ok_and(|output| output.status.success())
    };
    if !mount(&["-t", "tmpfs", "-o", "size=32k", "tmpfs"]) {
        // Mounting requires root; the tests of the journal inject a full disk.
        return;
    }
    let first = run.end();
    assert_eq!(first.code, Some(1), "{first}");
    assert!(
        first.stderr.contains("failed to write the journal"),
        "{first}"
    );
    let sent = server.ledger().created;
    assert!((1..200).contains(&sent), "{sent}");
    assert!(mount(&["-o", "remount,size=1m"]), "a larger disk");
    let second = again(&first, "batch t.csv --journal disk/j", &server).end();
    let unmounted = std::process::Command::new("/bin/umount")
        .arg(&disk)
        .status();
    assert!(unmounted.unwrap().success());
    assert!(matches!(second.code, Some(0 | 3)), "{second}");
    let mut created = titles(&server);
    created.sort();
    let count = created.len();
    created.dedup();
    assert_eq!(created.len(), count, "no task exists twice");
}

/// Calls have no request in flight during a pause: Ctrl-C ends them at once.
#[cfg(unix)]
#[test]
fn interrupt_ends_a_pause() {
    use std::time::Duration;
    let server = server();
    server.script([Fault::status(429).retry_after(Duration::from_secs(100))]);
    let run = tasks("batch tasks.csv --concurrency 2").to(&server);
    let started = run.file("tasks.csv", FOUR).start();
    let journal = started.path("tasks.csv.journal");
    let text = || fs::read_to_string(&journal).unwrap_or_default();
    while !text().contains("\"outcome\":\"not-created\"") {
        std::thread::sleep(Duration::from_millis(2));
    }
    started.signal("INT");
    let ended = started.end();
    assert_eq!(ended.code, Some(1), "{ended}");
    assert!(server.ledger().created <= 1, "{ended}");
    let known = outcomes(&ended, "tasks.csv");
    assert!(
        !known.iter().any(|row| row.ends_with("unknown")),
        "{known:?}"
    );
}

/// Both versions create tasks in the same store.
#[test]
fn continues_with_another_api_version() {
    let server = server();
    server.script([Fault::none(), Fault::status(400)]);
    let run = tasks("batch t.csv --concurrency 1").to(&server);
    let first = run
        .file("t.csv", "title,dueDate\nA,\nB,2026-12-24T17:00:00Z\n")
        .end();
    assert_eq!(first.code, Some(1), "{first}");
    let second = again(&first, "batch t.csv --api-version 2026-01-01", &server).end();
    assert_eq!(second.code, Some(0), "{second}");
    assert_eq!(titles(&server), ["A", "B"]);
    let received = server.received();
    let paths: Vec<&str> = received.iter().map(|request| request.uri.path()).collect();
    let prototype = "/prototype/platform/tasks";
    assert_eq!(paths, [prototype, prototype, "/tasks"]);
    let journal = fs::read_to_string(first.path("t.csv.journal")).unwrap();
    for version in ["2022-01-01", "2026-01-01"] {
        let recorded = format!("\"apiVersion\":\"{version}\"");
        assert!(journal.contains(&recorded), "{journal}");
    }
}
