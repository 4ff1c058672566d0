//! The generated client against the mock server: every operation, and every row of the three
//! classes over sockets.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail it")]

mod model;

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use client_runtime::{ClientCredentials, Clock, Effect, Error, ErrorKind, RetryPolicy};
use crud::{
    Client,
    types::{NewWidget, WidgetPatch},
};
use mock_server::{
    MockServer,
    fault::{Fault, Faults},
};

/// A clock that does not wait.
#[derive(Clone, Default)]
struct Fast(Arc<AtomicU64>);

impl Clock for Fast {
    fn now(&self) -> Instant {
        static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
        *START + Duration::from_millis(self.0.load(SeqCst))
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let millis = u64::try_from(duration.as_millis()).unwrap();
        self.0.fetch_add(millis, SeqCst);
        Box::pin(tokio::task::yield_now())
    }
}

fn server() -> MockServer {
    MockServer::start(crud::DOCUMENT).unwrap()
}

fn client(server: &MockServer) -> Client {
    let builder = Client::builder()
        .base_url(server.url())
        .token("a-static-token");
    builder.clock(Fast::default()).build().unwrap()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Op {
    List,
    Get,
    Health,
    Put,
    Delete,
    Polish,
    Post,
    Patch,
}

const SAFE: [Op; 3] = [Op::List, Op::Get, Op::Health];
const IDEMPOTENT: [Op; 3] = [Op::Put, Op::Delete, Op::Polish];
const UNSAFE: [Op; 2] = [Op::Post, Op::Patch];

fn all() -> impl Iterator<Item = Op> {
    SAFE.into_iter().chain(IDEMPOTENT).chain(UNSAFE)
}

/// The call of an operation, and whether its success may be a duplicate.
async fn call(client: &Client, op: Op, policy: RetryPolicy) -> Result<bool, Error> {
    let widget = || NewWidget::builder().name("gear");
    let timeout = Duration::from_secs(10);
    macro_rules! sent {
        ($call:expr) => {
            $call
                .retry(policy)
                .attempt_timeout(timeout)
                .await
                .map(|response| response.may_be_duplicate())
        };
    }
    match op {
        Op::List => sent!(client.list_widgets()),
        Op::Get => sent!(client.get_widget("1")),
        Op::Health => sent!(client.get_health()),
        Op::Put => sent!(client.replace_widget("1", widget())),
        Op::Delete => sent!(client.delete_widget("1")),
        Op::Polish => sent!(client.polish_widget("1", "key")),
        Op::Post => sent!(client.create_widget(widget())),
        Op::Patch => sent!(client.patch_widget("1", WidgetPatch::builder().size(3))),
    }
}

/// Asserts effect and attempts of a call that fails with one fault only, and that no other request
/// is sent.
async fn fails(op: Op, fault: &Fault, effect: Effect, attempts: usize) -> Error {
    let server = server();
    server.set_faults(Faults::always(fault.clone()));
    let error = call(&client(&server), op, RetryPolicy::default())
        .await
        .unwrap_err();
    let found = (error.effect(), error.attempts().len());
    assert_eq!(found, (effect, attempts), "{op:?} {fault:?}: {error}");
    let requests = server.ledger().requests;
    assert_eq!(requests, attempts as u64, "{op:?} {fault:?}: {error}");
    error
}

#[tokio::test]
async fn every_operation_is_a_call() {
    let server = server();
    let client = client(&server);
    let page = client
        .list_widgets()
        .with(|list| list.limit(10).tag(["a".to_owned(), "b&c".to_owned()]));
    let page = page.await.unwrap();
    assert_eq!(page.http_status().as_u16(), 200);
    assert!(
        page.value()
            .data
            .as_ref()
            .is_some_and(|data| !data.is_empty())
    );
    let created = client
        .create_widget(NewWidget::builder().name("gear"))
        .await;
    assert_eq!(created.unwrap().value().name.as_deref(), Some("gear"));
    let widget = client.get_widget("a/b ?").await.unwrap();
    assert!(widget.value().id.is_some());
    let replaced = client
        .replace_widget("1", NewWidget::builder().name("cog"))
        .with(|replace| replace.if_match("v1"));
    assert_eq!(replaced.await.unwrap().value().name.as_deref(), Some("cog"));
    let patch = WidgetPatch::builder().size(None);
    client.patch_widget("1", patch).await.unwrap();
    let deleted = client.delete_widget("1").await.unwrap();
    assert_eq!(deleted.http_status().as_u16(), 204);
    let polished = client.polish_widget("1", "key-1").await.unwrap();
    assert_eq!(polished.http_status().as_u16(), 202);
    let retired = client.retire_widget("1").await.unwrap();
    assert_eq!(retired.http_status().as_u16(), 200);
    let health: String = client.get_health().await.unwrap().into_value();
    assert!(!health.is_empty());
    client.start_job().await.unwrap();

    let received = server.received();
    let requests: Vec<String> = received
        .iter()
        .map(|received| format!("{} {}", received.method, received.uri))
        .collect();
    assert_eq!(
        requests,
        [
            "GET /widgets?limit=10&tag=a&tag=b%26c",
            "POST /widgets",
            "GET /widgets/a%2Fb%20%3F",
            "PUT /widgets/1",
            "PATCH /widgets/1",
            "DELETE /widgets/1",
            "POST /widgets/1/polish",
            "POST /widgets/1/retire",
            "GET /health",
            "POST /jobs",
        ]
    );
    assert_eq!(received[3].header("if-match"), Some("v1"));
    assert_eq!(received[6].header("idempotency-key"), Some("key-1"));
    assert_eq!(received[8].header("authorization"), None, "no security");
    assert!(received[9].header("authorization").is_some());
    assert!(
        received
            .iter()
            .all(|received| received.header("api-version").is_none())
    );
    let patched = received[4].json().unwrap();
    assert_eq!(patched.to_string(), r#"{"size":null}"#);
}

#[test]
fn the_blocking_client_makes_the_same_calls() {
    let server = server();
    let blocking = crud::blocking::Client::start(client(&server)).unwrap();
    let widget = blocking
        .get_widget("1")
        .attempt_timeout(Duration::from_secs(5));
    assert!(widget.send().unwrap().value().id.is_some());
    assert_eq!(server.ledger().requests, 1);
}

#[tokio::test]
async fn no_connection_is_not_applied_and_retried_in_every_class() {
    for op in all() {
        let server = server();
        server.refuse().unwrap();
        let error = call(&client(&server), op, RetryPolicy::default()).await;
        let error = error.unwrap_err();
        assert_eq!(error.effect(), Effect::NotApplied, "{op:?}");
        assert_eq!(
            (error.kind(), error.attempts().len()),
            (ErrorKind::Connect, 3)
        );
    }
}

#[tokio::test]
async fn retries_ambiguous_rows_only_if_a_second_request_is_safe() {
    let statuses = [408, 500, 501, 502, 503, 504, 599];
    let faults = statuses.map(|status| Fault::body(status, "application/json", "{}"));
    let closed = [Fault::close_after_reading(), Fault::close_before_reading()];
    for fault in faults.iter().chain(&closed) {
        for op in SAFE {
            fails(op, fault, Effect::NotApplied, 3).await;
        }
        for op in IDEMPOTENT {
            fails(op, fault, Effect::Unknown, 3).await;
        }
        for op in UNSAFE {
            fails(op, fault, Effect::Unknown, 1).await;
        }
    }
}

#[tokio::test]
async fn a_retry_that_succeeds_is_a_success_and_never_a_duplicate_of_itself() {
    for op in SAFE.into_iter().chain(IDEMPOTENT) {
        let server = server();
        server.script([Fault::close_after_reading().after_create()]);
        let duplicate = call(&client(&server), op, RetryPolicy::default()).await;
        assert!(!duplicate.unwrap(), "{op:?}");
        assert_eq!(server.ledger().requests, 2, "{op:?}");
    }
    for op in UNSAFE {
        let server = server();
        server.script([Fault::close_after_reading().after_create()]);
        let duplicate = call(&client(&server), op, RetryPolicy::at_least_once()).await;
        assert!(duplicate.unwrap(), "{op:?}");
    }
}

/// An earlier attempt may have deleted it; a later rejection does not clear that.
#[tokio::test]
async fn a_rejection_after_an_unknown_attempt_stays_unknown() {
    for (op, status, is_deleted) in [
        (Op::Delete, 404, true),
        (Op::Delete, 410, true),
        (Op::Delete, 403, false),
        (Op::Put, 404, false),
        (Op::Put, 412, false),
    ] {
        let server = server();
        let rejected = Fault::body(status, "application/json", "{}");
        server.script([Fault::close_after_reading().after_create(), rejected]);
        let error = call(&client(&server), op, RetryPolicy::default()).await;
        let error = error.unwrap_err();
        assert_eq!(
            (error.effect(), error.attempts().len()),
            (Effect::Unknown, 2),
            "{op:?} {status}"
        );
        assert_eq!(error.is_likely_deleted(), is_deleted, "{op:?} {status}");
        let hint = error.to_string().contains("most likely deleted");
        assert_eq!(hint, is_deleted, "{error}");
    }
}

#[tokio::test]
async fn retries_requested_delays_in_every_class() {
    for op in all() {
        for status in [429, 503] {
            let server = server();
            let busy = Fault::body(status, "application/json", "{}");
            server.script([busy.retry_after(Duration::from_secs(3))]);
            let result = call(&client(&server), op, RetryPolicy::default()).await;
            assert!(!result.unwrap(), "{op:?} {status}");
            assert_eq!(server.ledger().requests, 2, "{op:?} {status}");
        }
    }
}

#[tokio::test]
async fn rejections_and_redirects_are_never_retried() {
    for op in all() {
        for status in [400, 401, 403, 404, 409, 413, 415, 422, 451] {
            let fault = Fault::body(status, "application/json", "{}");
            fails(op, &fault, Effect::NotApplied, 1).await;
        }
        for status in [301, 304, 307, 308] {
            let fault = Fault::redirect(status, "/elsewhere");
            fails(op, &fault, Effect::NotApplied, 1).await;
        }
        for status in [302, 303, 206, 299] {
            let fault = match status {
                300.. => Fault::redirect(status, "/elsewhere"),
                _ => Fault::html(status),
            };
            let effect = match SAFE.contains(&op) {
                true => Effect::NotApplied,
                false => Effect::Unknown,
            };
            fails(op, &fault, effect, 1).await;
        }
    }
}

/// A captive portal returns 200 with a page for everything.
#[tokio::test]
async fn html_page_with_a_documented_200_has_unknown_effect() {
    let page = Fault::html(200);
    for op in [Op::List, Op::Get, Op::Health] {
        fails(op, &page, Effect::NotApplied, 1).await;
    }
    for op in [Op::Put, Op::Patch] {
        fails(op, &page, Effect::Unknown, 1).await;
    }
    let page = Fault::html(201).after_create();
    fails(Op::Post, &page, Effect::Applied, 1).await;
}

#[tokio::test]
async fn an_unreadable_success_is_applied_except_for_a_202() {
    let garbage = |status| Fault::body(status, "application/json", r#"{"id":"#);
    fails(Op::Put, &garbage(200), Effect::Applied, 1).await;
    fails(Op::Patch, &garbage(200), Effect::Applied, 1).await;
    let error = fails(
        Op::Post,
        &Fault::body(201, "application/json", r#"{"id":"7f","#),
        Effect::Applied,
        1,
    )
    .await;
    assert_eq!(error.created_id(), Some("7f"));
    fails(Op::Polish, &garbage(202), Effect::Unknown, 1).await;
    fails(Op::Get, &garbage(200), Effect::NotApplied, 1).await;
}

/// A part of a body is not a success, even where any part could be decoded; a read is sent again.
#[tokio::test]
async fn a_truncated_success_is_never_a_success() {
    let half = Fault::half_body();
    for op in SAFE {
        fails(op, &half, Effect::NotApplied, 3).await;
    }
    fails(Op::Put, &half, Effect::Applied, 1).await;
    fails(Op::Polish, &half, Effect::Unknown, 1).await;
    for op in UNSAFE {
        fails(op, &half, Effect::Applied, 1).await;
    }
}

#[tokio::test]
async fn the_status_decides_if_no_body_is_documented() {
    let server = server();
    let client = client(&server);
    server.script([
        Fault::html(200),
        Fault::body(200, "application/json", "{\"id\":"),
        Fault::html(202),
    ]);
    client.retire_widget("1").await.unwrap();
    client.retire_widget("1").await.unwrap();
    let error = client.retire_widget("1").await.unwrap_err();
    assert_eq!(error.effect(), Effect::Unknown, "202 is not documented");
    assert_eq!(server.ledger().requests, 3);
}

#[tokio::test]
async fn default_counts_as_a_success_if_no_2xx_is_listed() {
    for status in [200, 201, 202, 299] {
        let server = server();
        server.script([Fault::body(status, "application/json", r#"{"id":"1"}"#)]);
        let job = client(&server).start_job().await.unwrap();
        assert_eq!(job.http_status().as_u16(), status);
        assert_eq!(job.value().id.as_deref(), Some("1"));
    }
    let server = server();
    server.script([Fault::body(400, "application/json", r#"{"id":"1"}"#)]);
    let error = client(&server).start_job().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Status, Effect::NotApplied)
    );
}

#[tokio::test]
async fn an_oversized_body_is_not_sent() {
    let server = server();
    let widget = NewWidget::builder().name("x".repeat(5_000));
    let error = client(&server).create_widget(widget).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Invalid, Effect::NotApplied)
    );
    assert_eq!(server.ledger().requests, 0);
}

#[tokio::test]
async fn tokens_have_the_scopes_of_the_operation() {
    let server = server();
    let credentials = ClientCredentials::new("an-id", "a-secret-of-some-length");
    let builder = Client::builder().base_url(server.url());
    let client = builder.credentials(credentials).build().unwrap();
    client.get_health().await.unwrap();
    assert_eq!(server.ledger().tokens_issued, 0, "the operation needs none");
    for _ in 0..2 {
        client.get_widget("1").await.unwrap();
        client.delete_widget("1").await.unwrap();
    }
    assert_eq!(server.ledger().tokens_issued, 2, "one per set of scopes");
    let requests = server.received();
    let scopes: Vec<String> = requests
        .iter()
        .filter(|received| received.uri.path() == "/token")
        .map(|received| {
            String::from_utf8_lossy(received.body.as_ref().unwrap().bytes()).into_owned()
        })
        .collect();
    assert!(scopes[0].contains("scope=widgets%3Aread&"), "{scopes:?}");
    assert!(scopes[1].contains("scope=widgets%3Awrite&"), "{scopes:?}");
}

#[tokio::test]
async fn the_client_below_sends_once() {
    let server = server();
    server.set_faults(Faults::always(Fault::status(503)));
    let wire = client(&server).generated();
    assert!(wire.get_widget().widget_id("1").send().await.is_err());
    assert_eq!(server.ledger().requests, 1);
    assert!(server.received()[0].header("authorization").is_some());
}
