//! Pauses after a 429, which apply to all clones; then one call is sent first.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use futures_util::future::join_all;
use mock_server::fault::{Fault, Faults};
use tasks_client::{
    Client, Created, Effect, ErrorKind, RetryPolicy, Token, TokenFuture, TokenSource,
};

use crate::support::{Raw, RawServer, Stand, TOKEN, task};

const LONG: Duration = Duration::from_secs(500);

fn busy(seconds: u64) -> Fault {
    Fault::status(429).retry_after(Duration::from_secs(seconds))
}

#[tokio::test]
async fn clones_share_a_pause() {
    let stand = Stand::new();
    let client = stand.client();
    stand.server.script([busy(30)]);
    let rejected = client.create(task("a")).retry(RetryPolicy::none()).await;
    assert_eq!(
        rejected.unwrap_err().retry_after(),
        Some(Duration::from_secs(30))
    );
    assert_eq!(stand.clock.slept(), []);

    let created = client.clone().create(task("b")).await.unwrap();
    assert_eq!(created.attempts().len(), 1);
    assert_eq!(created.attempts()[0].waited(), Duration::from_secs(30));
    assert_eq!(stand.clock.seconds(), [30.0]);
}

#[tokio::test]
async fn pause_beyond_the_budget_fails_immediately() {
    let stand = Stand::new();
    let client = stand.client();
    stand.server.script([busy(130)]);
    client.create(task("a")).await.unwrap_err();

    let error = client.create(task("b")).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Paused, Effect::NotApplied)
    );
    assert_eq!(error.retry_after(), Some(Duration::from_secs(130)));
    assert_eq!(stand.counts(), (1, 0));

    stand.clock.advance(Duration::from_secs(130));
    client.create(task("c")).await.unwrap();
}

#[tokio::test]
async fn pause_does_not_apply_to_other_clients() {
    let stand = Stand::new();
    stand.server.script([busy(30)]);
    let none = RetryPolicy::none();
    stand
        .client()
        .create(task("a"))
        .retry(none)
        .await
        .unwrap_err();
    stand.client().create(task("b")).await.unwrap();
    assert_eq!(stand.clock.slept(), []);
}

/// Twenty calls wait. The first call is rejected twice more before the others are sent.
#[tokio::test]
async fn sends_one_call_first_and_spreads_the_others() {
    let stand = Stand::new();
    let client = stand.client();
    let at_once = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&at_once);
    let count = Arc::new(AtomicUsize::new(0));
    stand.server.set_faults(Faults::by(move |_| {
        let number = count.fetch_add(1, SeqCst);
        seen.lock().unwrap().push(number);
        match number {
            0..=2 => busy(10),
            // Long enough for calls that do not wait for the first one to arrive too.
            3 => Fault::none().delay(Duration::from_millis(100)),
            _ => Fault::none(),
        }
    }));
    let none = RetryPolicy::none();
    client.create(task("paused")).retry(none).await.unwrap_err();

    let calls = (0..20).map(|n| client.create(task(&format!("{n}"))).time_budget(LONG));
    let mut calls: Vec<_> = calls.map(|call| tokio::spawn(call.into_future())).collect();
    while at_once.lock().unwrap().len() < 4 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    tokio::time::sleep(Duration::from_millis(40)).await;
    assert_eq!(at_once.lock().unwrap().len(), 4, "only the first is out");

    let results = join_all(calls.drain(..)).await;
    let created = results.into_iter().map(|call| call.unwrap().unwrap());
    let attempts: usize = created.map(|created| created.attempts().len()).sum();
    assert_eq!(attempts, 22, "two of twenty were rejected again");
    let spread: Vec<f64> = stand
        .clock
        .seconds()
        .into_iter()
        .filter(|wait| *wait < 5.0)
        .collect();
    assert!(spread.len() >= 17, "the rest waits once more: {spread:?}");
    // Half (the jitter) of 50 ms for each that waits.
    assert!(
        spread.iter().all(|wait| (0.4..=0.5).contains(wait)),
        "{spread:?}"
    );
}

#[tokio::test]
async fn dropped_first_call_lets_another_be_first() {
    let stand = Stand::new();
    let client = stand.client();
    stand
        .server
        .script([busy(10), Fault::none().delay(Duration::from_secs(15))]);
    client
        .create(task("paused"))
        .retry(RetryPolicy::none())
        .await
        .unwrap_err();

    let first = tokio::spawn(client.create(task("first")).into_future());
    while stand.server.ledger().requests < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let second = tokio::spawn(client.create(task("second")).into_future());
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(
        stand.server.ledger().requests,
        2,
        "the second waits for the first"
    );
    first.abort();
    second.await.unwrap().unwrap();
}

/// Creates tasks whose token request ends after the response that pauses all calls.
async fn paused_during_refresh(age: u64, waiting: usize) -> (Stand, Vec<Created>) {
    let stand = Stand::with_token_life(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("first")).await.unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    stand
        .server
        .set_faults(Faults::by(move |_| match seen.fetch_add(1, SeqCst) {
            0 => busy(4).delay(Duration::from_millis(50)),
            1 => Fault::none().delay(Duration::from_millis(100)),
            _ => Fault::none(),
        }));
    let none = RetryPolicy::none();
    let pausing = tokio::spawn(client.create(task("429")).retry(none).into_future());
    while count.load(SeqCst) < 1 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stand.clock.advance(Duration::from_secs(age));
    let slow = Fault::none().delay(Duration::from_millis(150));
    stand.server.set_token_faults(Faults::always(slow));
    let calls = (0..waiting).map(|n| client.create(task(&format!("{n}"))).into_future());
    let calls: Vec<_> = calls.map(tokio::spawn).collect();
    pausing.await.unwrap().unwrap_err();
    while count.load(SeqCst) < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    tokio::time::sleep(Duration::from_millis(40)).await;
    assert_eq!(count.load(SeqCst), 2, "only one call is sent first");
    let created = join_all(calls).await;
    let created = created.into_iter().map(|call| call.unwrap().unwrap());
    let created = created.collect();
    (stand, created)
}

#[tokio::test]
async fn checks_pause_after_waiting_for_token() {
    let (stand, created) = paused_during_refresh(600, 20).await;
    assert!(created.iter().all(|created| created.attempts().len() == 1));
    assert!(stand.clock.seconds().contains(&4.0));
}

#[tokio::test]
async fn checks_pause_after_early_refresh() {
    let (stand, created) = paused_during_refresh(590, 1).await;
    assert_eq!(created[0].attempts()[0].waited(), Duration::from_secs(4));
    assert_eq!(stand.server.ledger().tokens_issued, 2);
}

#[tokio::test]
async fn pause_is_limited_to_an_hour() {
    let stand = Stand::new();
    let client = stand.client();
    let never = Fault::status(429).header("retry-after", "18446744073709551615");
    stand.server.script([never]);
    let error = client.create(task("a")).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(u64::MAX)));
    let error = client.create(task("b")).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.retry_after()),
        (ErrorKind::Paused, Some(tasks_client::MAX_PAUSE))
    );
    assert_eq!(client.paused_for(), Some(tasks_client::MAX_PAUSE));
    stand.clock.advance(tasks_client::MAX_PAUSE);
    assert_eq!(client.paused_for(), None);
    client.create(task("c")).await.unwrap();
    assert_eq!(stand.counts(), (2, 1));
}

#[tokio::test]
async fn clear_pause_sends_waiting_calls() {
    let stand = Stand::new();
    let builder = Client::builder().base_url(stand.server.url()).token(TOKEN);
    let client = builder.build().unwrap();
    stand.server.script([busy(60)]);
    let none = RetryPolicy::none();
    client.create(task("429")).retry(none).await.unwrap_err();
    let waiting = tokio::spawn(client.create(task("waiting")).into_future());
    tokio::time::sleep(Duration::from_millis(20)).await;
    client.clone().clear_pause();
    let limit = Duration::from_secs(20);
    let created = tokio::time::timeout(limit, waiting).await.unwrap();
    created.unwrap().unwrap();
    client.create(task("next")).await.unwrap();
}

/// A remaining budget of 50 ms is not enough for an attempt.
#[tokio::test]
async fn sends_nothing_when_the_remaining_budget_is_too_short() {
    let stand = Stand::new();
    let slow = Fault::none().delay(Duration::from_millis(500));
    stand.server.script([busy(10), slow]);
    let call = stand.client().create(task("Review"));
    let error = call
        .time_budget(Duration::from_millis(10_050))
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::NotApplied);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(10)));
    assert_eq!(stand.counts(), (1, 0));
}

/// The wait for a token may use up the budget.
#[tokio::test]
async fn sends_nothing_when_the_token_arrives_too_late() {
    let stand = Stand::new();
    let clock = stand.clock.clone();
    let source = Slow(move || clock.advance(Duration::from_millis(9_950)));
    let client = stand.builder().token_source(source).build().unwrap();
    let slow = Fault::none().delay(Duration::from_millis(500));
    stand.server.script([slow]);
    let call = client.create(task("Review"));
    let error = call.time_budget(Duration::from_secs(10)).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Deadline, Effect::NotApplied)
    );
    assert_eq!(stand.server.ledger().requests, 0);
}

struct Slow<F>(F);

impl<F: Fn() + Send + Sync + 'static> TokenSource for Slow<F> {
    fn fetch(&self) -> TokenFuture<'_> {
        self.0();
        Box::pin(std::future::ready(Ok(Token::new(TOKEN))))
    }
}

#[tokio::test]
async fn longest_retry_after_applies() {
    let server = RawServer::start(|number, _| match number {
        0 => Raw::json(
            "429 Too Many Requests",
            "retry-after: 3\r\nretry-after: 40\r\n",
            "{}",
        ),
        _ => Raw::json("201 Created", "", r#"{"id":"a","title":"Review"}"#),
    })
    .await;
    let stand = Stand::new();
    let client = stand.builder().base_url(&server.url).token(TOKEN);
    let client = client.build().unwrap();
    client.create(task("Review")).await.unwrap();
    assert_eq!(stand.clock.seconds(), [40.0]);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn callbacks_report_whether_a_request_is_in_flight() {
    let stand = Stand::new();
    let client = stand.client();
    stand.server.script([busy(4), Fault::status(400)]);
    let events = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let record = |events: &std::sync::Arc<std::sync::Mutex<Vec<String>>>, event: String| {
        events.lock().unwrap().push(event);
    };
    let (sent, retried) = (events.clone(), events.clone());
    let call = client.create(task("a")).before_send(move || {
        record(&sent, "send".to_owned());
        async { Ok::<(), std::io::Error>(()) }
    });
    let call = call.before_retry(move |attempt| {
        record(
            &retried,
            format!("retry {:?} {:?}", attempt.status(), attempt.effect()),
        );
        async {}
    });
    call.await.unwrap_err();
    // The last attempt is not retried, and its outcome is that of the call.
    assert_eq!(
        *events.lock().unwrap(),
        ["send", "retry Some(429) NotApplied", "send"]
    );
}
