#[cfg(unix)]
use std::fs;
use std::{collections::BTreeMap, thread, time::Duration};

use mock_server::{
    MockServer,
    fault::{Fault, Faults, Latency},
};
use serde_json::Value;

use crate::run::{Ended, server, tasks};

const ROWS: usize = 24;

/// The program is killed at random points, and resumed: every row is created once or unknown.
///
/// `TASKS_KILL_ROUNDS` is the number of kills: 50, or more in the long mode of CI.
#[test]
fn killed_run_neither_loses_nor_duplicates_tasks() {
    let rounds = std::env::var("TASKS_KILL_ROUNDS").ok();
    let rounds: usize = rounds.map_or(50, |rounds| rounds.parse().unwrap());
    let mut kills = 0;
    let mut seed = 0;
    let mut unknown = 0;
    while kills < rounds {
        seed += 1;
        let mut rng = fastrand::Rng::with_seed(seed);
        let server = faulty(seed);
        let rows: String = (0..ROWS)
            .map(|number| format!("T{number},U{number}\n"))
            .collect();
        let run = tasks("batch t.csv --dry-run").to(&server);
        let files = run.file("t.csv", format!("title,assignees\n{rows}")).end();
        // The time from the start to the first request varies most.
        let mut longest = 400;
        while kills < rounds && longest > 0 {
            let concurrency = ["1", "4", "16"][rng.usize(..3)];
            let started = tasks("batch t.csv --concurrency").argument(concurrency);
            let started = started.inside(&files).to(&server).start();
            thread::sleep(Duration::from_millis(rng.u64(..longest)));
            started.kill();
            kills += 1;
            let (_, unsent) = check(&files, &server, seed);
            if unsent == 0 {
                longest = 0;
            }
        }
        // Without further kills, everything that does not exist is sent.
        for _ in 0..40 {
            let ended = tasks("batch t.csv").inside(&files).to(&server).end();
            if !matches!(ended.code, Some(1 | 3)) || check(&files, &server, seed).1 == 0 {
                break;
            }
        }
        let (listed, unsent) = check(&files, &server, seed);
        assert_eq!(unsent, 0, "seed {seed}");
        unknown += listed;
    }
    // Not all rows may be unknown, which would satisfy the other assertions.
    assert!(
        unknown < seed as usize * ROWS,
        "{unknown} unknown rows of {seed} inputs"
    );
}

fn faulty(seed: u64) -> MockServer {
    let server = server();
    let faults = Faults::random(seed)
        .with(0.04, Fault::status(400))
        .with(0.03, Fault::status(500).after_create())
        .with(0.03, Fault::close_after_reading())
        .with(0.03, Fault::close_after_reading().after_create())
        .with(0.03, Fault::half_body())
        .with(0.04, Fault::status(429).retry_after(Duration::from_secs(1)));
    let latency: Latency = "1ms-30ms".parse().unwrap();
    server.set_faults(faults.latency(latency));
    server
}

/// Compares the journal with the ledger of the server. Returns the number of unknown rows, and of
/// rows to send.
fn check(files: &Ended, server: &MockServer, seed: u64) -> (usize, usize) {
    let status = tasks("batch status t.csv --format json")
        .inside(files)
        .end();
    assert_eq!(status.code, Some(0), "seed {seed}: {status}");
    let listing: Value = serde_json::from_str(&status.stdout).unwrap();
    let mut created: BTreeMap<String, usize> = BTreeMap::new();
    for entry in server.ledger().entries {
        let title = entry.request.json().unwrap()["title"]
            .as_str()
            .unwrap()
            .to_owned();
        *created.entry(title).or_default() += 1;
    }
    let rows = listing["rows"].as_array().unwrap();
    assert_eq!(rows.len(), ROWS, "seed {seed}");
    let (mut unknown, mut unsent) = (0, 0);
    for row in rows {
        let count = created
            .get(row["title"].as_str().unwrap())
            .copied()
            .unwrap_or_default();
        match row["outcome"].as_str().unwrap() {
            "created" => {
                assert_eq!(count, 1, "seed {seed}: {row}");
                assert!(row["id"].is_string(), "seed {seed}: {row}");
            }
            "created-unread" => assert_eq!(count, 1, "seed {seed}: {row}"),
            "not-created" | "not-sent" => {
                assert_eq!(count, 0, "seed {seed}: {row}");
                unsent += 1;
            }
            "unknown" => {
                assert!(count <= 1, "seed {seed}: {row}");
                unknown += 1;
            }
            other => panic!("seed {seed}: {other}"),
        }
    }
    (unknown, unsent)
}

/// A call has no request in flight during a pause.
///
/// On Windows a journal cannot be read while a run holds its lock.
#[cfg(unix)]
#[test]
fn a_run_killed_during_a_pause_leaves_nothing_unknown() {
    let server = server();
    server.script([Fault::status(429).retry_after(Duration::from_secs(100))]);
    let run = tasks("batch t.csv --concurrency 1").to(&server);
    let started = run.file("t.csv", "title\nA\nB\n").start();
    let journal = started.path("t.csv.journal");
    while !fs::read_to_string(&journal)
        .unwrap_or_default()
        .contains("\"outcome\"")
    {
        thread::sleep(Duration::from_millis(5));
    }
    let files = started.killed();
    let status = tasks("batch status t.csv --format csv")
        .inside(&files)
        .end();
    assert!(status.stdout.contains("2,not-created,,A"), "{status}");
    assert!(status.stdout.contains("3,not-sent,,B"), "{status}");
    let ended = tasks("batch t.csv").inside(&files).to(&server).end();
    assert_eq!(ended.code, Some(0), "{ended}");
    assert_eq!(server.ledger().created, 2);
}
