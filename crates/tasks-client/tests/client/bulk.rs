//! Lists of tasks.

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
use tasks_client::{Client, Effect, RetryPolicy};

use crate::support::{Stand, TOKEN, task};

#[tokio::test]
async fn returns_a_result_for_every_task() {
    let stand = Stand::new();
    stand.server.set_faults(Faults::by(|head| {
        match head.headers.get("x-fail").map(|value| value.as_bytes()) {
            Some(b"yes") => Fault::status(400),
            _ => Fault::none(),
        }
    }));
    let tasks = (0..200).map(|number| match number {
        13 => task(" "),
        number => task(&format!("task {number}")),
    });
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
async fn returns_results_in_the_order_they_finish() {
    let stand = Stand::new();
    let slow = Fault::none().delay(Duration::from_millis(150));
    stand.server.script([slow]);
    let tasks = (0..2).map(|number| task(&format!("{number}")));
    let calls = stand.client().create_all(tasks).concurrency(2);
    let order: Vec<usize> = calls.map(|(index, _)| index).collect().await;
    assert_eq!(order.len(), 2);
    // The server records a request with its response.
    let first = stand.server.received()[0].json().unwrap();
    assert_eq!(first["title"], order[0].to_string(), "{order:?}");
}

/// Calls are taken from the input only as others end.
#[tokio::test]
async fn takes_calls_from_the_input_on_demand() {
    let stand = Stand::new();
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    let endless = stream::repeat_with(move || {
        count.fetch_add(1, SeqCst);
        task("endless")
    });
    let mut results = stand.client().create_stream(endless).concurrency(4);
    for finished in 1..=50 {
        results.next().await.unwrap().1.unwrap();
        assert!(taken.load(SeqCst) <= finished + 3, "{finished}: {taken:?}");
    }
}

/// The timeouts of calls do not include the time of the consumer.
#[tokio::test]
async fn slow_consumer_causes_no_timeouts() {
    let stand = Stand::new();
    let tasks = (0..4).map(|number| task(&format!("{number}")));
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
async fn one_429_pauses_the_whole_list() {
    let stand = Stand::new();
    let busy = Fault::status(429).retry_after(Duration::from_secs(20));
    stand.server.script([Fault::none(), busy]);
    let tasks = (0..40).map(|number| task(&format!("{number}")));
    let calls = stand.client().create_all(tasks).concurrency(1);
    let results: Vec<_> = calls.map(|(_, result)| result).collect().await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(stand.clock.seconds(), [20.0]);
    assert_eq!(stand.counts(), (41, 40));
}

#[tokio::test]
async fn changes_options_of_each_call() {
    let stand = Stand::new();
    stand.server.set_faults(Faults::always(Fault::status(429)));
    let tasks = [task("a"), task("b")];
    let calls = stand.client().create_all(tasks).concurrency(1);
    let calls = calls.each(|call| call.retry(RetryPolicy::none()));
    let results: Vec<_> = calls.collect().await;
    assert!(results.iter().all(|(_, result)| result.is_err()));
    assert_eq!(stand.counts().0, 2);
}

#[tokio::test]
async fn dropped_list_ends_its_calls() {
    let stand = Stand::new();
    stand
        .server
        .set_faults(Faults::always(Fault::none().delay(Duration::from_secs(15))));
    let client = stand.client();
    let tasks = (0..9).map(|number| task(&format!("{number}")));
    let mut calls = client.create_all(tasks).concurrency(3);
    let waited = tokio::time::timeout(Duration::from_millis(100), calls.next()).await;
    assert!(waited.is_err());
    drop(calls);
    stand.server.set_faults(Faults::none());
    client.create(task("after")).await.unwrap();
}

#[test]
fn rejects_use_outside_an_async_runtime() {
    let stand = Stand::new();
    let client = stand.client();
    let mut calls = client.create_all([task("a")]);
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

fn tasks(count: usize) -> Vec<tasks_client::types::builder::NewPrototypeTask> {
    (0..count).map(|n| task(&format!("{n}"))).collect()
}

/// The list waits for a pause longer than the budget of a call; the budgets start afterwards.
#[tokio::test]
async fn list_waits_for_a_pause_longer_than_a_budget() {
    let stand = Stand::new();
    let client = stand.client();
    let busy = Fault::status(429).retry_after(Duration::from_secs(1_000));
    stand.server.script([busy.clone()]);
    client.create(task("429")).await.unwrap_err();
    stand.server.script([Fault::none(), busy]);
    let mut results = client.create_all(tasks(1_000)).concurrency(8);
    let mut created = 0;
    while let Some((_, result)) = results.next().await {
        result.unwrap();
        created += 1;
    }
    assert_eq!((created, results.not_tried()), (1_000, 0));
    assert_eq!(stand.server.ledger().created, 1_000);
    assert!(stand.clock.slept().contains(&Duration::from_secs(1_000)));
}

/// Without a deadline, the number of pauses that a call waits for is limited.
#[tokio::test]
async fn list_does_not_wait_for_an_unlimited_pause() {
    let stand = Stand::new();
    let busy = Fault::status(429).retry_after(Duration::from_secs(1_000));
    stand.server.set_faults(Faults::always(busy));
    let mut results = stand.client().create_all(tasks(3)).concurrency(1);
    let mut errors = 0;
    while let Some((_, result)) = results.next().await {
        assert_eq!(result.unwrap_err().effect(), Effect::NotApplied);
        errors += 1;
    }
    assert_eq!(errors, 3);
    assert_eq!(stand.counts(), (9, 0));
}

/// With a pause beyond it, the deadline ends the list at once.
#[tokio::test]
async fn deadline_ends_the_list_and_counts_untried_tasks() {
    let stand = Stand::new();
    let client = stand.client();
    let busy = Fault::status(429).retry_after(Duration::from_secs(700));
    stand.server.script([Fault::none(), busy]);
    let results = client.create_all(tasks(1_000)).concurrency(1);
    let mut results = results.deadline(Duration::from_secs(600));
    let mut outcomes = Vec::new();
    while let Some((_, result)) = results.next().await {
        outcomes.push(result.map_err(|error| error.effect()).err());
    }
    assert_eq!(outcomes, [None, Some(Effect::NotApplied)]);
    assert_eq!(results.not_tried(), 998);
    assert_eq!(stand.counts(), (2, 1));
    assert_eq!(stand.clock.slept(), []);

    // The list waits for a pause within the deadline.
    stand.clock.advance(Duration::from_secs(700));
    let busy = Fault::status(429).retry_after(Duration::from_secs(500));
    stand.server.script([busy]);
    let results = client.create_all(tasks(3)).concurrency(1);
    let mut results = results.deadline(Duration::from_secs(600));
    while let Some((_, result)) = results.next().await {
        result.unwrap();
    }
    assert_eq!(results.not_tried(), 0);
    assert_eq!(stand.clock.seconds(), [500.0]);
}

/// The deadline bounds the calls in flight as well.
#[tokio::test]
async fn deadline_ends_calls_in_flight() {
    let stand = Stand::new();
    let slow = Fault::none().delay(Duration::from_secs(15));
    stand.server.set_faults(Faults::always(slow));
    let builder = Client::builder().base_url(stand.server.url()).token(TOKEN);
    let client = builder.build().unwrap();
    let unsized_input = tasks(10).into_iter().filter(|_| true);
    let results = client.create_all(unsized_input).concurrency(2);
    let mut results = results.deadline(Duration::from_millis(300));
    let mut errors = Vec::new();
    while let Some((index, result)) = results.next().await {
        errors.push((index, result.unwrap_err().effect()));
    }
    errors.sort();
    assert_eq!(errors, [(0, Effect::Unknown), (1, Effect::Unknown)]);
    assert_eq!(results.not_tried(), 8);
}
