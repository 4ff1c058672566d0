//! Many tasks.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use futures_util::{StreamExt, stream};
use mock_server::fault::{Fault, Faults};
use tasks_client::{Effect, RetryPolicy};

use crate::support::{Stand, task};

#[tokio::test]
async fn every_task_has_its_result() {
    let stand = Stand::new();
    stand.server.set_faults(Faults::by(|head| {
        match head.headers.get("x-fail").map(|value| value.as_bytes()) {
            Some(b"yes") => Fault::status(400),
            _ => Fault::none(),
        }
    }));
    let tasks = stream::iter((0..200).map(|number| match number {
        13 => task(" "),
        number => task(&format!("task {number}")),
    }));
    let mut results = stand.client().create_all(tasks).concurrency(5);
    let mut indexes = BTreeSet::new();
    while let Some((index, result)) = results.next().await {
        assert!(indexes.insert(index));
        match result {
            Ok(created) => assert_eq!(created.task().title, Some(format!("task {index}"))),
            Err(error) => assert_eq!((index, error.effect()), (13, Effect::NotApplied)),
        }
    }
    assert_eq!(indexes, (0..200).collect());
    assert_eq!(stand.counts(), (199, 199));
}

#[tokio::test]
async fn results_come_as_they_finish() {
    let stand = Stand::new();
    let slow = Fault::none().delay(Duration::from_millis(150));
    stand.server.script([slow]);
    let tasks = stream::iter((0..2).map(|number| task(&format!("{number}"))));
    let calls = stand.client().create_all(tasks).concurrency(2);
    let order: Vec<usize> = calls.map(|(index, _)| index).collect().await;
    assert_eq!(order.len(), 2);
    // The server notes a request when it answers it.
    let first = stand.server.received()[0].json().unwrap();
    assert_eq!(first["title"], order[0].to_string(), "{order:?}");
}

/// However many tasks there are, only as many are taken from the input as are under way.
#[tokio::test]
async fn the_input_is_taken_as_needed() {
    let stand = Stand::new();
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    let endless = stream::repeat_with(move || {
        count.fetch_add(1, SeqCst);
        task("endless")
    });
    let mut results = stand.client().create_all(endless).concurrency(4);
    for finished in 1..=50 {
        results.next().await.unwrap().1.unwrap();
        assert!(taken.load(SeqCst) <= finished + 3, "{finished}: {taken:?}");
    }
}

/// A reader that is slow must not make the client believe that the server is.
#[tokio::test]
async fn a_slow_reader_lets_no_call_time_out() {
    let stand = Stand::new();
    let tasks = stream::iter((0..4).map(|number| task(&format!("{number}"))));
    let calls = stand.client().create_all(tasks).concurrency(4);
    let mut calls = calls.each(|call| call.attempt_timeout(Duration::from_millis(200)));
    let mut seen = 0;
    while let Some((_, result)) = calls.next().await {
        result.unwrap();
        seen += 1;
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    assert_eq!(seen, 4);
}

#[tokio::test]
async fn one_refusal_pauses_all() {
    let stand = Stand::new();
    let busy = Fault::status(429).retry_after(Duration::from_secs(20));
    stand.server.script([Fault::none(), busy]);
    let tasks = stream::iter((0..40).map(|number| task(&format!("{number}"))));
    let calls = stand.client().create_all(tasks).concurrency(1);
    let results: Vec<_> = calls.map(|(_, result)| result).collect().await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(stand.clock.seconds(), [20.0]);
    assert_eq!(stand.counts(), (41, 40));
}

#[tokio::test]
async fn each_call_can_be_changed() {
    let stand = Stand::new();
    stand.server.set_faults(Faults::always(Fault::status(429)));
    let tasks = stream::iter([task("a"), task("b")]);
    let calls = stand.client().create_all(tasks).concurrency(1);
    let calls = calls.each(|call| call.retry(RetryPolicy::none()));
    let results: Vec<_> = calls.collect().await;
    assert!(results.iter().all(|(_, result)| result.is_err()));
    assert_eq!(stand.counts().0, 2);
}

#[tokio::test]
async fn dropping_it_ends_its_calls_and_leaves_the_client_right() {
    let stand = Stand::new();
    stand
        .server
        .set_faults(Faults::always(Fault::none().delay(Duration::from_secs(15))));
    let client = stand.client();
    let tasks = stream::iter((0..9).map(|number| task(&format!("{number}"))));
    let mut calls = client.create_all(tasks).concurrency(3);
    let waited = tokio::time::timeout(Duration::from_millis(100), calls.next()).await;
    assert!(waited.is_err());
    drop(calls);
    stand.server.set_faults(Faults::none());
    client.create(task("after")).await.unwrap();
}

#[test]
fn outside_a_runtime_is_an_error() {
    let stand = Stand::new();
    let client = stand.client();
    let mut calls = client.create_all(stream::iter([task("a")]));
    let (index, result) = futures_util::FutureExt::now_or_never(calls.next())
        .unwrap()
        .unwrap();
    assert_eq!(
        (index, result.unwrap_err().effect()),
        (0, Effect::NotApplied)
    );
    let call = client.create(task("a")).into_future();
    let result = futures_util::FutureExt::now_or_never(call).unwrap();
    assert_eq!(result.unwrap_err().kind(), tasks_client::ErrorKind::Runtime);
    assert_eq!(stand.server.ledger().requests, 0);
}
