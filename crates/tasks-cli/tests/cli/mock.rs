use std::{
    io::{BufRead, BufReader, Read},
    process::{Command, Stdio},
};

use crate::run::{SECRET, assert_golden, tasks};

/// The server of one command answers another, logs it, and ends well when it is interrupted.
#[test]
fn one_command_serves_another() {
    let mut server = Command::new(env!("CARGO_BIN_EXE_tasks"))
        .args(["mock", "--port", "0"])
        .env_clear()
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = BufReader::new(server.stderr.take().unwrap());
    let mut announced = String::new();
    log.read_line(&mut announced).unwrap();
    let url = announced
        .split_whitespace()
        .find(|word| word.starts_with("http://"));
    let url = url.unwrap().trim_end_matches(',').to_owned();

    let created = Command::new(env!("CARGO_BIN_EXE_tasks"))
        .args(["create", "--title", "A", "--base-url", &url])
        .env_clear()
        .env("TASKS_TOKEN", SECRET)
        .output()
        .unwrap();
    assert_eq!(created.status.code(), Some(0), "{created:?}");

    let pid = server.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(server.wait().unwrap().code(), Some(0));
    let mut rest = String::new();
    log.read_to_string(&mut rest).unwrap();
    assert_eq!(
        rest,
        "POST /prototype/platform/tasks -> 201 Created, created\n"
    );
}

#[test]
fn a_document_that_is_not_there() {
    let ended = tasks("mock --port 0 --document missing.yaml").end();
    assert_eq!(ended.code, Some(2));
    assert_golden!("mock_no_document", ended);
}
