//! Tokens: shared, fetched once, refreshed early, replaced when rejected.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use futures_util::future::join_all;
use mock_server::fault::{Fault, Faults};
use tasks_client::{Client, ErrorKind, RetryPolicy, Token, TokenError, TokenFuture, TokenSource};

use crate::support::{Stand, causes, task};

const MOMENT: Duration = Duration::from_millis(50);

fn stand(life: Duration) -> Stand {
    Stand::with_token_life(life)
}

async fn create_many(
    client: &Client,
    count: usize,
) -> Vec<Result<tasks_client::Created, tasks_client::Error>> {
    let calls =
        (0..count).map(|n| tokio::spawn(client.create(task(&format!("{n}"))).into_future()));
    let calls: Vec<_> = calls.collect();
    let joined = join_all(calls).await;
    joined.into_iter().map(|call| call.unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_calls_share_one_token_request() {
    let stand = Stand::new();
    let slow = Fault::none().delay(MOMENT);
    stand.server.set_token_faults(Faults::always(slow));
    let results = create_many(&stand.credentialed(), 100).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(stand.server.ledger().tokens_issued, 1);
    assert_eq!(stand.counts(), (100, 100));
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_rejections_cause_one_refresh() {
    let stand = Stand::new();
    let client = stand.credentialed();
    client.create(task("first")).await.unwrap();
    stand.server.expire_tokens();
    let results = create_many(&client, 50).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(stand.server.ledger().tokens_issued, 2);
    assert_eq!(stand.server.ledger().created, 51);
}

/// A late rejection applies to the old token: the new one is kept.
#[tokio::test]
async fn late_rejection_of_an_old_token_keeps_the_new_one() {
    let stand = Stand::new();
    let client = stand.credentialed();
    client.create(task("first")).await.unwrap();
    let rejected = Fault::status(401);
    stand
        .server
        .script([rejected.clone().delay(MOMENT * 4), rejected]);
    let late = tokio::spawn(client.create(task("late")).into_future());
    while stand.server.ledger().requests < 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    client.create(task("quick")).await.unwrap();
    late.await.unwrap().unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 2);
}

#[tokio::test]
async fn refreshes_a_token_a_minute_before_it_expires() {
    let stand = stand(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(539));
    client.create(task("b")).await.unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 1);
    stand.clock.advance(Duration::from_secs(1));
    client.create(task("c")).await.unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 2);
}

#[tokio::test]
async fn refreshes_a_short_token_after_three_quarters() {
    let stand = stand(Duration::from_secs(40));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(29));
    client.create(task("b")).await.unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 1);
    stand.clock.advance(Duration::from_secs(1));
    client.create(task("c")).await.unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 2);
}

#[tokio::test]
async fn other_calls_use_the_old_token_during_a_refresh() {
    let stand = stand(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(590));
    let slow = Fault::none().delay(Duration::from_secs(15));
    stand.server.set_token_faults(Faults::always(slow));
    let renewing = tokio::spawn(client.create(task("renews")).into_future());
    while stand.server.ledger().requests < 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for result in create_many(&client, 10).await {
        result.unwrap();
    }
    assert!(!renewing.is_finished());
    // The refreshing call may be dropped; the next one takes over.
    renewing.abort();
    let _ = renewing.await;
    stand.server.set_token_faults(Faults::none());
    client.create(task("z")).await.unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 2);
}

#[tokio::test]
async fn failed_refresh_keeps_the_token() {
    let stand = stand(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(545));
    stand
        .server
        .set_token_faults(Faults::always(Fault::status(503)));
    let before = stand.server.ledger().requests;
    client.create(task("b")).await.unwrap();
    client.create(task("c")).await.unwrap();
    assert_eq!(
        stand.server.ledger().requests,
        before + 3,
        "one attempt at the token, then a break"
    );
    stand.clock.advance(Duration::from_secs(5));
    client.create(task("d")).await.unwrap();
    assert_eq!(stand.server.ledger().requests, before + 5);
    // The old token has expired.
    stand.clock.advance(Duration::from_secs(50));
    let error = client.create(task("e")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token);
}

#[tokio::test]
async fn slow_refresh_does_not_delay_a_call() {
    let stand = stand(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(545));
    let slow = Fault::none().delay(Duration::from_secs(15));
    stand.server.set_token_faults(Faults::always(slow));
    let call = client.create(task("b"));
    call.time_budget(Duration::from_millis(200)).await.unwrap();
}

/// The lifetime starts before the request: a slow response does not extend it.
#[tokio::test]
async fn token_lifetime_starts_before_the_request() {
    let stand = Stand::new();
    let clock = stand.clock.clone();
    let source = Counted::new(move |number| {
        clock.advance(Duration::from_secs(100));
        Ok(Token::new(format!("token-{number}")).expires_in(Duration::from_secs(150)))
    });
    let fetched = source.count();
    let client = stand.builder().token_source(source).build().unwrap();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(49));
    client.create(task("b")).await.unwrap();
    assert_eq!(fetched.load(SeqCst), 2, "149 of 150 seconds are over");
}

#[tokio::test]
async fn waiting_calls_share_a_failed_token_request() {
    let stand = Stand::new();
    let slow = Fault::status(503).delay(MOMENT);
    stand.server.set_token_faults(Faults::always(slow));
    let client = stand.builder().retry(RetryPolicy::none());
    let credentials = tasks_client::ClientCredentials::new("an-id", "a-secret");
    let client = client.credentials(credentials).build().unwrap();
    let results = create_many(&client, 30).await;
    for result in results {
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Token);
    }
    assert_eq!(stand.server.ledger().requests, 1);
}

#[tokio::test]
async fn next_call_takes_over_a_dropped_token_request() {
    let stand = Stand::new();
    let slow = Fault::none().delay(Duration::from_secs(15));
    stand.server.set_token_faults(Faults::script([slow]));
    let client = stand.credentialed();
    let first = tokio::spawn(client.create(task("first")).into_future());
    while stand.server.ledger().requests < 1 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let second = tokio::spawn(client.create(task("second")).into_future());
    tokio::time::sleep(Duration::from_millis(20)).await;
    first.abort();
    second.await.unwrap().unwrap();
    assert_eq!(stand.counts(), (1, 1));
}

#[tokio::test]
async fn caches_and_refreshes_tokens_of_a_custom_source() {
    let stand = Stand::new();
    let source = Counted::new(|number| match number {
        1 => Err(TokenError::new("the vault is sealed").transient()),
        number => Ok(Token::new(format!("token-{number}"))),
    });
    let fetched = source.count();
    let client = stand.builder().token_source(source).build().unwrap();
    client.create(task("a")).await.unwrap();
    assert_eq!(stand.clock.seconds(), [0.25], "the first failure passes");
    stand.clock.advance(Duration::from_secs(1_000_000));
    client.create(task("b")).await.unwrap();
    assert_eq!(fetched.load(SeqCst), 2, "a token without an end is kept");
    stand.server.script([Fault::expired_token()]);
    client.create(task("c")).await.unwrap();
    assert_eq!(fetched.load(SeqCst), 3);
    let last = stand.server.received().pop().unwrap();
    assert_eq!(last.header("authorization"), Some("Bearer token-3"));
}

#[tokio::test]
async fn does_not_retry_a_permanent_failure_of_a_source() {
    let stand = Stand::new();
    let source = Counted::new(|_| Err(TokenError::new("no such role")));
    let client = stand.builder().token_source(source).build().unwrap();
    let error = client.create(task("a")).await.unwrap_err();
    assert_eq!(error.attempts().len(), 1);
    let causes: Vec<String> = causes(&error).map(ToString::to_string).collect();
    assert_eq!(causes, ["the token source failed", "no such role"]);
}

#[tokio::test]
async fn rejects_responses_that_are_not_a_token() {
    for body in [
        "",
        "<html>",
        "{}",
        r#"{"access_token":""}"#,
        r#"{"access_token":"a\nb"}"#,
        r#"{"access_token":"a","token_type":"mac"}"#,
    ] {
        let stand = Stand::new();
        stand
            .server
            .set_token_faults(Faults::always(Fault::body(200, "application/json", body)));
        let error = stand.credentialed().create(task("a")).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts().len()),
            (ErrorKind::Token, 1),
            "{body}"
        );
    }
    for body in [
        r#"{"access_token":"a"}"#,
        r#"{"access_token":"a","token_type":"BEARER","expires_in":"600","scope":"x"}"#,
    ] {
        let stand = Stand::new();
        stand
            .server
            .set_token_faults(Faults::always(Fault::body(200, "application/json", body)));
        stand.credentialed().create(task("a")).await.unwrap();
    }
}

#[tokio::test]
async fn permanent_401_costs_one_request_per_call() {
    let stand = Stand::new();
    let client = stand.credentialed();
    stand.server.set_faults(Faults::always(Fault::status(401)));
    let counts = || {
        let ledger = stand.server.ledger();
        (ledger.bodies_read, ledger.tokens_issued)
    };
    client.create(task("first")).await.unwrap_err();
    assert_eq!(counts(), (2, 2));
    for number in 1..=5 {
        let error = client.clone().create(task("next")).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 401);
        assert_eq!(counts(), (2 + number, 2));
    }
    stand.clock.advance(Duration::from_secs(60));
    client.create(task("a minute later")).await.unwrap_err();
    assert_eq!(counts(), (9, 3));
    client.create(task("next")).await.unwrap_err();
    assert_eq!(counts(), (10, 3));
    // The token is accepted; the next 401 causes a refresh again.
    stand.server.set_faults(Faults::none());
    client.create(task("recovered")).await.unwrap();
    assert_eq!(counts(), (11, 3));
    stand.server.script([Fault::status(401)]);
    client.create(task("expired")).await.unwrap();
    assert_eq!(counts(), (13, 4));
}

#[tokio::test]
async fn retry_after_of_token_endpoint_applies_to_all_calls() {
    let stand = Stand::new();
    let client = stand.credentialed();
    let busy = Fault::status(429).retry_after(Duration::from_secs(300));
    stand.server.set_token_faults(Faults::script([busy]));
    let error = client.create(task("first")).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(300)));
    stand.clock.advance(Duration::from_secs(100));
    let error = client.clone().create(task("second")).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.retry_after()),
        (ErrorKind::Token, Some(Duration::from_secs(200)))
    );
    assert_eq!(stand.server.ledger().requests, 1);
    // A call with enough time waits for the rest.
    stand.clock.advance(Duration::from_secs(100));
    client.create(task("third")).await.unwrap();
    assert_eq!(stand.clock.seconds(), [100.0]);
    assert_eq!(stand.counts(), (1, 1));
}

#[tokio::test]
async fn retry_after_of_failed_early_refresh_is_kept() {
    let stand = stand(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(545));
    let busy = Fault::status(503).retry_after(Duration::from_secs(50));
    stand.server.set_token_faults(Faults::script([busy]));
    client.create(task("b")).await.unwrap();
    stand.clock.advance(Duration::from_secs(49));
    client.create(task("c")).await.unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 1);
    stand.clock.advance(Duration::from_secs(1));
    client.create(task("d")).await.unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 2);
}

/// The refresh in progress may return a token that is as invalid as the rejected one.
#[tokio::test]
async fn refresh_in_progress_at_a_401_does_not_count() {
    let stand = stand(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    stand.clock.advance(Duration::from_secs(545));
    let slow = Fault::none().delay(MOMENT * 3);
    stand.server.set_token_faults(Faults::script([slow]));
    let refreshing = tokio::spawn(client.create(task("refreshes")).into_future());
    while stand.server.ledger().requests < 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stand.server.script([Fault::status(401)]);
    let created = client.create(task("rejected")).await.unwrap();
    assert_eq!(created.attempts().len(), 2);
    refreshing.await.unwrap().unwrap();
    assert_eq!(stand.server.ledger().tokens_issued, 3);
    let posts = stand.server.received().into_iter();
    let posts = posts.filter(|request| request.uri.path().ends_with("/tasks"));
    let tokens: BTreeSet<_> = posts
        .map(|request| request.header("authorization").map(str::to_owned))
        .collect();
    assert_eq!(tokens.len(), 2, "the token in between is never sent");
}

/// An early refresh that ended before the 401 does not use up the one retry.
#[tokio::test]
async fn refresh_before_a_401_does_not_count() {
    let stand = stand(Duration::from_secs(600));
    let client = stand.credentialed();
    client.create(task("a")).await.unwrap();
    let rejected = Fault::status(401);
    let late = rejected.clone().delay(MOMENT * 3);
    stand.server.script([late, Fault::none(), rejected]);
    let late = client.create(task("late"));
    let late = late.time_budget(Duration::from_secs(1_000));
    let late = tokio::spawn(late.into_future());
    while stand.server.ledger().requests < 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stand.clock.advance(Duration::from_secs(545));
    client.create(task("refreshes")).await.unwrap();
    let created = late.await.unwrap().unwrap();
    assert_eq!(created.attempts().len(), 3);
    assert_eq!(stand.server.ledger().tokens_issued, 3);
}

type Fetch = Box<dyn Fn(usize) -> Result<Token, TokenError> + Send + Sync>;

/// A source that counts its fetches.
struct Counted {
    count: Arc<AtomicUsize>,
    fetch: Fetch,
}

impl Counted {
    fn new(fetch: impl Fn(usize) -> Result<Token, TokenError> + Send + Sync + 'static) -> Self {
        Self {
            count: Arc::default(),
            fetch: Box::new(fetch),
        }
    }

    fn count(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.count)
    }
}

impl TokenSource for Counted {
    fn fetch(&self) -> TokenFuture<'_> {
        let number = self.count.fetch_add(1, SeqCst) + 1;
        Box::pin(async move { (self.fetch)(number) })
    }
}
