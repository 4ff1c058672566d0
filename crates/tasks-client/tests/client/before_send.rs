//! The callback before an attempt is sent.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use mock_server::fault::Fault;
use tasks_client::{Effect, ErrorKind, RetryPolicy};

use crate::support::{Stand, causes, task};

#[tokio::test]
async fn runs_before_each_attempt_after_pause_and_token() {
    let stand = Stand::new();
    let busy = Fault::status(429).retry_after(Duration::from_secs(7));
    stand.server.script([busy]);
    let ledger = stand.server.ledger();
    assert_eq!(ledger.requests, 0);
    let seen: Arc<Mutex<Vec<_>>> = Arc::default();
    let (notes, clock) = (Arc::clone(&seen), stand.clock.clone());
    let call = stand.credentialed().create(task("Review"));
    let call = call.before_send(move || {
        notes.lock().unwrap().push(clock.seconds());
        std::future::ready(Ok::<_, std::io::Error>(()))
    });
    call.await.unwrap();
    assert_eq!(*seen.lock().unwrap(), [vec![], vec![7.0]]);
    assert_eq!(stand.server.ledger().tokens_issued, 1);
}

#[tokio::test]
async fn error_prevents_the_attempt() {
    let stand = Stand::new();
    let call = stand.client().create(task("Review"));
    let call = call.before_send(|| async { Err("the journal is full") });
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::BeforeSend, Effect::NotApplied)
    );
    let causes: Vec<_> = causes(&error).map(ToString::to_string).collect();
    assert_eq!(causes, ["the journal is full"]);
    assert_eq!(stand.server.ledger().requests, 0);
}

#[tokio::test]
async fn error_before_a_retry_keeps_the_effect() {
    let stand = Stand::new();
    stand.server.script([Fault::status(500).after_create()]);
    let call = stand.client().create(task("Review"));
    let runs = AtomicUsize::new(0);
    let call = call
        .retry(RetryPolicy::at_least_once())
        .before_send(move || {
            let is_first = runs.fetch_add(1, SeqCst) == 0;
            std::future::ready(if is_first { Ok(()) } else { Err("full") })
        });
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::BeforeSend, Effect::Unknown)
    );
    assert_eq!(error.attempts().len(), 1);
    assert_eq!(stand.counts(), (1, 1));
}

/// A 429 arrives while the callback runs.
#[tokio::test]
async fn pause_that_begins_during_the_callback_is_kept() {
    let stand = Stand::new();
    let client = stand.client();
    let busy = Fault::status(429).retry_after(Duration::from_secs(9));
    stand.server.script([busy]);
    let other = client.clone();
    let call = client.create(task("Review"));
    let runs = AtomicUsize::new(0);
    let call = call.before_send(move || {
        let is_first = runs.fetch_add(1, SeqCst) == 0;
        let other = other.create(task("429")).retry(RetryPolicy::none());
        async move {
            if is_first {
                other.await.unwrap_err();
            }
            Ok::<_, std::io::Error>(())
        }
    });
    let created = call.await.unwrap();
    assert_eq!(created.attempts().len(), 1);
    assert_eq!(stand.clock.seconds(), [9.0]);
}
