//! Blocking clients, outside and inside an async runtime.
#![cfg(feature = "blocking")]

use mock_server::fault::Fault;
use tasks_client::{BuildError, Effect, ErrorKind, RetryPolicy, blocking::Client};

use crate::support::{Stand, TOKEN, task};

fn client(stand: &Stand) -> Client {
    Client::start(stand.builder().token(TOKEN)).unwrap()
}

#[test]
fn blocking_client_creates_a_task() {
    let stand = Stand::new();
    let client = client(&stand);
    let created = client.create(task("Review")).send().unwrap();
    assert_eq!(created.task().title.as_deref(), Some("Review"));
    stand.server.script([Fault::status(429)]);
    let call = client.create(task("Review")).retry(RetryPolicy::none());
    assert_eq!(call.send().unwrap_err().effect(), Effect::NotApplied);
}

#[test]
fn blocking_client_creates_many_tasks() {
    let stand = Stand::new();
    let client = client(&stand);
    let tasks = (0..30).map(|number| task(&format!("{number}")));
    let mut indexes: Vec<usize> = client
        .create_all(tasks)
        .concurrency(3)
        .map(|(index, result)| {
            assert_eq!(result.unwrap().into_task().title, Some(index.to_string()));
            index
        })
        .collect();
    indexes.sort_unstable();
    assert_eq!(indexes, (0..30).collect::<Vec<_>>());
}

#[test]
fn threads_share_a_blocking_client() {
    let stand = Stand::new();
    let client = client(&stand);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let client = client.clone();
            scope.spawn(move || client.create(task(&format!("{number}"))).send().unwrap());
        }
    });
    assert_eq!(stand.counts(), (8, 8));
}

#[test]
fn rejects_a_blocking_call_inside_a_runtime() {
    let stand = Stand::new();
    let outside = client(&stand);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let started = Client::start(stand.builder().token(TOKEN));
        assert!(matches!(started, Err(BuildError::InsideRuntime)));
        let error = outside.create(task("Review")).send().unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::Runtime, Effect::NotApplied)
        );
        let many = outside.create_all([task("a"), task("b")]);
        let results: Vec<_> = many
            .map(|(index, result)| (index, result.unwrap_err().kind()))
            .collect();
        assert_eq!(results, [(0, ErrorKind::Runtime), (1, ErrorKind::Runtime)]);
        // The last clone is dropped inside the runtime without a panic.
        drop(outside);
    });
    assert_eq!(stand.server.ledger().requests, 0);
}
