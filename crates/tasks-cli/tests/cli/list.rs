use std::{collections::BTreeMap, fs};

use indoc::indoc;
use mock_server::fault::Fault;
use serde_json::Value;

use crate::run::{assert_golden, server, tasks};

const THREE: &str = indoc! {r#"
    {"title": "A"}

    {"title": "B"}
    {"title": "C"}
"#};

#[test]
fn creates_the_tasks_of_json_lines() {
    let run = tasks("create --mock --concurrency 1 tasks.jsonl");
    let ended = run.file("tasks.jsonl", THREE).end();
    assert_eq!(ended.code, Some(0));
    assert_golden!("list", ended);
}

#[test]
fn creates_the_tasks_of_an_array() {
    let text = indoc! {r#"
        [
          {"title": "A"},
          {"title": "B"}, {"title": "C"}
        ]
    "#};
    let run = tasks("create --mock --concurrency 1 --assignee U --format json tasks.json");
    let ended = run.file("tasks.json", text).end();
    assert_eq!(ended.code, Some(0));
    assert_golden!("list_json", ended);
}

#[test]
fn rejects_an_empty_list() {
    let ended = tasks("create --mock -").stdin("[]").end();
    assert_eq!(ended.code, Some(0));
    assert_golden!("list_empty", ended);
}

/// Failed tasks and those with an unknown outcome are listed; tasks that were not created are
/// saved.
#[test]
fn reports_failures_in_a_list() {
    let server = server();
    server.script([
        Fault::status(400),
        Fault::none(),
        Fault::close_after_reading(),
        Fault::garbage(),
    ]);
    let text = format!("{THREE}{{\"title\": \"D\"}}\n{{\"title\": \"E\"}}\n");
    let run = tasks("create tasks.jsonl --concurrency 1 --save-unsent rest.jsonl");
    let ended = run.to(&server).file("tasks.jsonl", text).end();
    assert_eq!(ended.code, Some(3), "{ended}");
    assert_golden!("list_with_failures", ended);
    let rest = fs::read_to_string(ended.path("rest.jsonl")).unwrap();
    assert_eq!(rest, "{\"title\":\"A\"}\n");
}

#[test]
fn exit_code_is_that_of_the_worst_outcome() {
    for (faults, code) in [
        (vec![Fault::none(), Fault::status(400)], 1),
        (vec![Fault::status(400), Fault::garbage()], 4),
        (vec![Fault::garbage(), Fault::status(500)], 3),
    ] {
        let server = server();
        server.script(faults);
        let run = tasks("create - --concurrency 1").to(&server);
        let ended = run.stdin(THREE).end();
        assert_eq!(ended.code, Some(code), "{ended}");
    }
}

/// A rejected token stops the list.
#[test]
fn stops_a_list_that_would_fail_entirely() {
    let server = server();
    server.script([Fault::none(), Fault::status(401)]);
    let run = tasks("create - --concurrency 1 --save-unsent rest.jsonl").to(&server);
    let ended = run.stdin(THREE).end();
    assert_eq!(ended.code, Some(1));
    assert_eq!(server.received().len(), 2);
    assert_golden!("list_ended_early", ended);
    let rest = fs::read_to_string(ended.path("rest.jsonl")).unwrap();
    assert_eq!(rest, "{\"title\":\"B\"}\n{\"title\":\"C\"}\n");
}

/// Equal tasks may be intended: they are sent with a warning.
#[test]
fn warns_about_equal_tasks_in_a_list() {
    let text = THREE.replace('C', "A");
    let ended = tasks("create --mock - --concurrency 1").stdin(&text).end();
    assert_eq!(ended.code, Some(0));
    assert_golden!("list_with_equal_tasks", ended);
    let ended = tasks("create --mock - --title T").stdin(&text).end();
    assert!(
        ended.stderr.contains("2 tasks equal earlier ones"),
        "{ended}"
    );
}

/// A closed standard output is reported on standard error, and no further task is sent.
#[test]
fn stops_a_list_if_standard_output_is_closed() {
    let server = server();
    let run = tasks("create - --concurrency 1")
        .to(&server)
        .closed_stdout();
    let ended = run.stdin(THREE).end();
    assert_eq!(ended.code, Some(4));
    assert_eq!(server.ledger().created, 1);
    assert_golden!("list_closed_output", ended);
}

#[test]
fn does_not_overwrite_a_file_of_unsent_tasks() {
    let run = tasks("create --mock tasks.jsonl --save-unsent tasks.jsonl");
    let ended = run.file("tasks.jsonl", THREE).end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("list_save_unsent_exists", ended);
    assert_eq!(
        fs::read_to_string(ended.path("tasks.jsonl")).unwrap(),
        THREE
    );
}

#[test]
fn removes_an_empty_file_of_unsent_tasks() {
    let run = tasks("create --mock - --save-unsent rest.jsonl");
    let ended = run.stdin(THREE).end();
    assert_eq!(ended.code, Some(0));
    assert!(!ended.path("rest.jsonl").exists());
}

/// 500 tasks with every kind of fault: one correct result for each.
#[test]
fn keeps_every_task_that_was_not_created() {
    use mock_server::fault::Faults;
    let server = server();
    let faults = Faults::random(7)
        .with(0.05, Fault::status(400))
        .with(0.05, Fault::status(500).after_create())
        .with(0.05, Fault::close_after_reading())
        .with(0.05, Fault::half_body());
    server.set_faults(faults);
    let text: String = (0..500)
        .map(|number| format!("{{\"title\": \"{number}\"}}\n"))
        .collect();
    let run = tasks("create tasks.jsonl --format json --save-unsent rest.jsonl --concurrency 32");
    let ended = run.to(&server).file("tasks.jsonl", text).end();
    assert_eq!(ended.code, Some(3), "{ended}");

    let mut exists: BTreeMap<String, usize> = BTreeMap::new();
    for entry in server.ledger().entries {
        let title = entry.request.json().unwrap()["title"]
            .as_str()
            .unwrap()
            .to_owned();
        *exists.entry(title).or_default() += 1;
    }
    let mut not_created = Vec::new();
    let mut reported = Vec::new();
    for line in ended.stdout.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let title = record["title"].as_str().unwrap().to_owned();
        assert_eq!(
            record["input"]["line"].as_u64().unwrap(),
            record["index"].as_u64().unwrap() + 1
        );
        let times = exists.get(&title).copied().unwrap_or_default();
        match record["outcome"].as_str().unwrap() {
            "created" | "created-unread" => assert_eq!(times, 1, "{line}"),
            "not-created" => {
                assert_eq!(times, 0, "{line}");
                not_created.push(title.clone());
            }
            "unknown" => assert!(times <= 1, "{line}"),
            other => panic!("{other}"),
        }
        reported.push(title.parse::<usize>().unwrap());
    }
    reported.sort_unstable();
    assert_eq!(reported, (0..500).collect::<Vec<_>>());

    let rest = fs::read_to_string(ended.path("rest.jsonl")).unwrap();
    let titles = |line| {
        serde_json::from_str::<Value>(line).unwrap()["title"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(rest.lines().map(titles).collect::<Vec<_>>(), not_created);
}
