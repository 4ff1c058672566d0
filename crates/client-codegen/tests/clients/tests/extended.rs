//! An operation that was added to a document, and to nothing else, is a call with every guarantee.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::{error::Error as _, pin::Pin, time::Duration};

use client_runtime::{ClientCredentials, Clock, Effect, ErrorKind, RetryPolicy};
use generated_clients::extended::{Client, DOCUMENT, blocking};
use mock_server::{MockServer, fault::Fault};

/// A clock that does not wait.
struct NoWait;

impl Clock for NoWait {
    fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(std::future::ready(()))
    }
}

fn start() -> (MockServer, Client) {
    let server = MockServer::start(DOCUMENT).unwrap();
    let credentials = ClientCredentials::new("an-id", "a-secret");
    let builder = Client::builder().base_url(server.url());
    let client = builder.credentials(credentials).clock(NoWait).build();
    (server, client.unwrap())
}

#[tokio::test]
async fn sends_the_token_and_the_pinned_version_and_retries_what_is_safe() {
    let (server, client) = start();
    server.script([
        Fault::close_after_reading(),
        Fault::status(503),
        Fault::expired_token(),
    ]);
    let call = client
        .get_added_task("7f/1")
        .header("x-version", "1999-01-01");
    let task = call.attempt_timeout(Duration::from_secs(20)).await.unwrap();
    assert!(task.value().id.is_some());
    assert_eq!(task.http_status().as_u16(), 200);
    let statuses: Vec<_> = task
        .attempts()
        .iter()
        .map(|attempt| attempt.status().map(|status| status.as_u16()))
        .collect();
    assert_eq!(statuses, [None, Some(503), Some(401), Some(200)]);
    let effects = task.attempts().iter().map(|attempt| attempt.effect());
    let effects: Vec<_> = effects.take(3).collect();
    assert_eq!(effects, [Effect::NotApplied; 3], "it changes nothing");
    let received = server.received();
    let reads = received
        .iter()
        .filter(|received| received.operation.as_deref() == Some("getAddedTask"));
    for read in reads {
        assert_eq!(read.uri.path(), "/added-tasks/7f%2F1");
        assert_eq!(read.header("x-version"), Some("2022-01-01"));
        assert!(read.header("authorization").unwrap().starts_with("Bearer "));
    }
    let ledger = server.ledger();
    assert_eq!((ledger.tokens_issued, ledger.applied), (2, 0));
}

#[tokio::test]
async fn reports_the_effect_and_the_documented_error() {
    let (server, client) = start();
    server.script([Fault::status(404)]);
    let error = client.get_added_task("7f").await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Status, Effect::NotApplied)
    );
    assert!(error.code().is_some() && error.message().is_some());
    assert!(error.to_string().contains("`getAddedTask`"), "{error}");
    server.script([Fault::close_after_reading()]);
    let call = client.get_added_task("7f").retry(RetryPolicy::none());
    let error = call.await.unwrap_err();
    assert_eq!(error.attempts().len(), 1);
    assert!(error.source().is_some());
}

#[tokio::test]
async fn one_429_pauses_the_calls_of_other_operations() {
    let (server, client) = start();
    server.script([Fault::status(429).retry_after(Duration::from_secs(900))]);
    let error = client.get_added_task("7f").await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(900)));
    let requests = server.ledger().requests;
    let task = generated_clients::extended::types::NewPrototypeTask::builder().title("A");
    let error = client.create_task(task).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Paused, Effect::NotApplied)
    );
    assert_eq!(server.ledger().requests, requests, "nothing was sent");
}

#[test]
fn blocking_client_has_the_added_operation() {
    let (_server, client) = start();
    let client = blocking::Client::start(client).unwrap();
    let task = client.get_added_task("7f").send().unwrap();
    assert!(task.value().title.is_some());
}
