//! One test per row of the table: result, requests at the server, waits.

use std::time::{Duration, SystemTime};

use mock_server::fault::{Fault, Faults};
use tasks_client::{Attempt, Client, Created, Effect, Error, ErrorKind, RetryPolicy};

use crate::support::{Raw, RawServer, Stand, TOKEN, task};

const SHORT: Duration = Duration::from_millis(150);

async fn create(client: &Client) -> Result<Created, Error> {
    client.create(task("Review")).await
}

fn statuses(attempts: &[Attempt]) -> Vec<u16> {
    let statuses = attempts.iter().map(Attempt::status);
    statuses
        .map(|status| status.map_or(0, |status| status.as_u16()))
        .collect()
}

/// Asserts that a fault ends the call at once with this effect, and the counts of the server.
async fn ends(fault: Fault, effect: Effect, created: u64) -> Error {
    let stand = Stand::new();
    stand.server.set_faults(Faults::always(fault.clone()));
    let error = create(&stand.client()).await.unwrap_err();
    assert_eq!(error.effect(), effect, "{fault:?}: {error}");
    assert_eq!(stand.counts(), (1, created), "{fault:?}: {error}");
    assert_eq!(stand.clock.slept(), [], "{fault:?}: {error}");
    assert_eq!(error.attempts().len(), 1, "{fault:?}: {error}");
    error
}

#[tokio::test]
async fn creates_the_task() {
    let stand = Stand::new();
    let created = create(&stand.client()).await.unwrap();
    assert!(created.id().is_some_and(|id| !id.is_empty()));
    assert_eq!(created.task().title.as_deref(), Some("Review"));
    assert_eq!(statuses(created.attempts()), [201]);
    assert!(!created.may_be_duplicate());
    assert_eq!(stand.counts(), (1, 1));
}

#[tokio::test]
async fn retries_refused_connections() {
    let stand = Stand::new();
    stand.server.refuse().unwrap();
    let error = create(&stand.client()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied)
    );
    assert_eq!(error.attempts().len(), 3);
    assert_eq!(stand.clock.seconds(), [0.25, 0.5]);
    assert_eq!(stand.counts(), (0, 0));

    stand.server.accept().unwrap();
    create(&stand.client()).await.unwrap();
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn unresolved_host_name_is_not_applied() {
    let stand = Stand::new();
    // Resolvers reject a label that is longer than DNS allows without using the network.
    let url = format!("https://{}.invalid", "a".repeat(64));
    let builder = Client::builder().base_url(url).token(TOKEN);
    let client = builder.clock(stand.clock.clone()).build().unwrap();
    let error = create(&client).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied)
    );
    assert_eq!(error.attempts().len(), 3);
}

#[tokio::test]
async fn connect_timeout_is_not_applied() {
    let stand = Stand::new();
    let client = full_backlog(&stand, SHORT).await;
    let error = create(&client.client).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied),
        "{error:?}"
    );
    assert_eq!(error.attempts().len(), 3);
}

/// The attempt timeout, or the time budget, expires before the connect timeout.
#[tokio::test]
async fn attempt_without_connection_is_not_applied() {
    let stand = Stand::new();
    let backlog = full_backlog(&stand, Duration::from_secs(30)).await;
    let call = backlog.client.create(task("Review"));
    let error = call.attempt_timeout(SHORT).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied),
        "{error:?}"
    );
    assert_eq!(error.attempts().len(), 3);
    assert_eq!(stand.clock.seconds(), [0.25, 0.5]);

    let call = backlog.client.create(task("Review"));
    let error = call.time_budget(SHORT).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied),
        "{error:?}"
    );
}

/// A TLS handshake that never ends, directly and behind a proxy that accepted the CONNECT.
#[cfg(feature = "tls")]
#[tokio::test]
async fn stalled_tls_handshake_is_not_applied() {
    let server = RawServer::silent().await;
    let stand = Stand::new();
    let url = server.url.replace("http://", "https://");
    let builder = Client::builder().base_url(url).token(TOKEN);
    let client = builder.clock(stand.clock.clone()).build().unwrap();
    let call = client.create(task("Review")).attempt_timeout(SHORT);
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied),
        "{error:?}"
    );
    assert_eq!(error.attempts().len(), 3);
}

/// A stalled connect does not mean that there was no connection: the request is sent on one that
/// became idle.
#[tokio::test]
async fn silence_on_a_reused_connection_is_unknown() {
    let server = RawServer::start(|number, _| match number {
        0 => Raw::json("201 Created", "", r#"{"id":"a","title":"Review"}"#),
        _ => Raw::stall(""),
    })
    .await;
    let stand = Stand::new();
    let client = stand.builder().base_url(&server.url).token(TOKEN);
    let client = client.build().unwrap();
    create(&client).await.unwrap();
    let call = client.create(task("Review")).attempt_timeout(SHORT);
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::NoResponse, Effect::Unknown)
    );
    assert_eq!(server.requests().len(), 2);
}

/// A listener that never accepts, with its queue full: the kernel does not respond to further
/// connections.
struct FullBacklog {
    client: Client,
    _listener: tokio::net::TcpListener,
    _waiting: Vec<tokio::net::TcpStream>,
}

async fn full_backlog(stand: &Stand, connect_timeout: Duration) -> FullBacklog {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    while let Ok(Ok(stream)) =
        tokio::time::timeout(SHORT, tokio::net::TcpStream::connect(address)).await
    {
        waiting.push(stream);
    }
    let builder = Client::builder()
        .base_url(format!("http://{address}"))
        .token(TOKEN);
    let builder = builder
        .clock(stand.clock.clone())
        .connect_timeout(connect_timeout);
    FullBacklog {
        client: builder.build().unwrap(),
        _listener: listener,
        _waiting: waiting,
    }
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn failed_tls_handshake_is_not_applied() {
    let stand = Stand::new();
    let url = stand.server.url().replace("http://", "https://");
    let builder = Client::builder().base_url(url).token(TOKEN);
    let client = builder.clock(stand.clock.clone()).build().unwrap();
    let error = create(&client).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied),
        "{error:?}"
    );
    assert_eq!(error.attempts().len(), 3);
    assert_eq!(stand.counts(), (0, 0));
}

/// REFUSED_STREAM and GOAWAY, after which reqwest resends outside of the attempts, cannot reach a
/// client that does not use HTTP/2, even if another crate enables reqwest's feature.
#[cfg(feature = "tls")]
#[tokio::test]
async fn does_not_use_http_2() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let hello = std::thread::spawn(move || {
        use std::io::Read;
        let (mut stream, _) = listener.accept().unwrap();
        let mut hello = vec![0; 4096];
        let length = stream.read(&mut hello).unwrap();
        hello.truncate(length);
        hello
    });
    let client = Client::builder()
        .base_url(url)
        .token(TOKEN)
        .build()
        .unwrap();
    let call = client.create(task("Review")).retry(RetryPolicy::none());
    call.await.unwrap_err();
    // The client's TLS hello contains the offered protocols unencrypted (RFC 7301, section 3.1),
    // with their length.
    let hello = hello.join().unwrap();
    let offers = |protocol: &[u8]| {
        hello
            .windows(protocol.len())
            .any(|window| window == protocol)
    };
    assert!(!offers(b"\x02h2"), "{hello:?}");
}

#[tokio::test]
async fn retries_a_failing_token_endpoint() {
    let stand = Stand::new();
    stand
        .server
        .set_token_faults(Faults::always(Fault::status(503)));
    let error = create(&stand.credentialed()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Token, Effect::NotApplied)
    );
    assert_eq!(stand.clock.seconds(), [0.25, 0.5]);
    assert_eq!(stand.counts(), (0, 0));
}

#[tokio::test]
async fn retries_an_unreachable_token_endpoint() {
    let down = [Fault::close_on_accept(), Fault::close_after_reading()];
    for fault in down {
        let stand = Stand::new();
        stand.server.set_token_faults(Faults::always(fault));
        let error = create(&stand.credentialed()).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::Token, Effect::NotApplied)
        );
        assert_eq!(error.attempts().len(), 3);
        assert_eq!(stand.clock.seconds(), [0.25, 0.5]);
        assert_eq!(stand.server.ledger().created, 0);
    }
}

#[tokio::test]
async fn honors_retry_after_of_the_token_endpoint() {
    let stand = Stand::new();
    let busy = Fault::status(429).retry_after(Duration::from_secs(9));
    stand.server.set_token_faults(Faults::script([busy]));
    create(&stand.credentialed()).await.unwrap();
    assert_eq!(stand.clock.seconds(), [9.0]);
}

#[tokio::test]
async fn does_not_retry_a_rejection_of_the_token_endpoint() {
    for status in [400, 401] {
        let stand = Stand::new();
        let body = r#"{"error":"invalid_client","error_description":"no such client"}"#;
        let denial = Fault::body(status, "application/json", body);
        stand.server.set_token_faults(Faults::always(denial));
        let error = create(&stand.credentialed()).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::Token, Effect::NotApplied)
        );
        assert_eq!(error.attempts().len(), 1);
        assert_eq!(stand.counts(), (0, 0));
        let cause = std::error::Error::source(&error).unwrap().to_string();
        assert!(cause.ends_with("invalid_client: no such client"), "{cause}");
    }
}

#[tokio::test]
async fn rejected_token_is_replaced_once() {
    let stand = Stand::new();
    stand.server.script([Fault::expired_token()]);
    let created = create(&stand.credentialed()).await.unwrap();
    assert_eq!(statuses(created.attempts()), [401, 201]);
    assert_eq!(stand.server.ledger().tokens_issued, 2);
    assert_eq!(stand.counts(), (2, 1));
    assert_eq!(stand.clock.slept(), []);
    assert!(!created.may_be_duplicate());

    stand
        .server
        .set_faults(Faults::always(Fault::expired_token()));
    let error = create(&stand.credentialed()).await.unwrap_err();
    assert_eq!(error.effect(), Effect::NotApplied);
    assert_eq!(statuses(error.attempts()), [401, 401]);
}

#[tokio::test]
async fn rejected_static_token_is_not_retried() {
    let error = ends(Fault::expired_token(), Effect::NotApplied, 0).await;
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    assert_eq!(error.code(), Some("401Unauthorized"));
}

#[tokio::test]
async fn waits_for_retry_after_of_a_429() {
    let stand = Stand::new();
    let storm = (0..12).map(|_| Fault::status(429).retry_after(Duration::from_secs(7)));
    stand.server.script(storm);
    let created = create(&stand.client()).await.unwrap();
    assert_eq!(
        created.attempts().len(),
        13,
        "waits the server asked for do not count"
    );
    assert_eq!(stand.clock.seconds(), [7.0; 12]);
    assert_eq!(stand.counts(), (13, 1));
    assert_eq!(created.attempts()[1].waited(), Duration::from_secs(7));
}

#[tokio::test]
async fn retries_429_after_the_date() {
    let stand = Stand::new();
    let date = SystemTime::now() + Duration::from_secs(30);
    stand
        .server
        .script([Fault::status(429).retry_after_date(date)]);
    create(&stand.client()).await.unwrap();
    let [slept] = *stand.clock.seconds() else {
        panic!("one wait: {:?}", stand.clock.slept());
    };
    // The date is compared with the server's own `Date`; both have whole seconds.
    assert!((29.0..=31.0).contains(&slept), "{slept}");
}

#[tokio::test]
async fn retries_429_without_retry_after_with_backoff() {
    let stand = Stand::new();
    let storm = [Fault::status(429), Fault::status(429), Fault::status(429)];
    stand.server.script(storm);
    create(&stand.client()).await.unwrap();
    assert_eq!(stand.clock.seconds(), [0.25, 0.5, 1.0]);
    assert_eq!(stand.counts(), (4, 1));
}

#[tokio::test]
async fn delay_beyond_the_budget_fails_immediately() {
    for status in [429, 503] {
        let stand = Stand::new();
        let bearable = Fault::status(status).retry_after(Duration::from_secs(119));
        stand.server.script([bearable]);
        create(&stand.client()).await.unwrap();
        assert_eq!(stand.clock.seconds(), [119.0]);

        let stand = Stand::new();
        let delay = Duration::from_secs(120);
        stand
            .server
            .script([Fault::status(status).retry_after(delay)]);
        let error = create(&stand.client()).await.unwrap_err();
        assert_eq!(error.effect(), Effect::NotApplied);
        assert_eq!(error.retry_after(), Some(delay));
        assert_eq!(stand.clock.slept(), []);
        assert_eq!(stand.counts(), (1, 0));
    }
}

#[tokio::test]
async fn budget_limits_the_sum_of_delays() {
    let stand = Stand::new();
    let delay = Duration::from_secs(50);
    stand
        .server
        .set_faults(Faults::always(Fault::status(429).retry_after(delay)));
    let error = create(&stand.client()).await.unwrap_err();
    assert_eq!(stand.clock.seconds(), [50.0, 50.0]);
    assert_eq!(error.retry_after(), Some(delay));
    assert_eq!(stand.counts(), (3, 0));
}

#[tokio::test]
async fn retries_503_after_retry_after() {
    let stand = Stand::new();
    let busy = Fault::status(503).retry_after(Duration::from_secs(3));
    stand
        .server
        .script([busy.clone(), busy.clone(), busy.clone(), busy]);
    let created = create(&stand.client()).await.unwrap();
    assert_eq!(stand.clock.seconds(), [3.0; 4]);
    assert_eq!(stand.counts(), (5, 1));
    assert!(!created.may_be_duplicate());
}

#[tokio::test]
async fn does_not_retry_unknown_statuses() {
    for status in [503, 408, 500, 502, 504, 501, 507, 599] {
        ends(Fault::status(status), Effect::Unknown, 0).await;
        ends(Fault::html(status).after_create(), Effect::Unknown, 1).await;
    }
}

#[tokio::test]
async fn lost_connection_is_unknown() {
    let error = ends(Fault::close_after_reading(), Effect::Unknown, 0).await;
    assert_eq!(error.kind(), ErrorKind::NoResponse);
    ends(
        Fault::close_after_reading().after_create(),
        Effect::Unknown,
        1,
    )
    .await;

    for fault in [Fault::close_before_reading(), Fault::close_on_accept()] {
        let stand = Stand::new();
        stand.server.set_faults(Faults::always(fault));
        let error = create(&stand.client()).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::NoResponse, Effect::Unknown)
        );
        assert_eq!(error.attempts().len(), 1);
        assert_eq!(stand.counts(), (0, 0));
    }
}

#[tokio::test]
async fn silence_is_unknown() {
    for (fault, created) in [
        (Fault::none().delay(SHORT * 20).after_create(), 1),
        (Fault::none().delay(SHORT * 20), 0),
    ] {
        let stand = Stand::new();
        stand.server.set_faults(Faults::always(fault));
        let call = stand.client().create(task("Review")).attempt_timeout(SHORT);
        let error = call.await.unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::NoResponse, Effect::Unknown)
        );
        assert_eq!(error.attempts().len(), 1);
        assert_eq!(stand.server.ledger().created, created);
    }
}

#[tokio::test]
async fn attempt_timeout_is_limited_by_the_budget() {
    let stand = Stand::new();
    stand
        .server
        .set_faults(Faults::always(Fault::none().delay(SHORT * 20)));
    let call = stand.client().create(task("Review")).time_budget(SHORT);
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::NoResponse, Effect::Unknown)
    );
}

#[tokio::test]
async fn does_not_retry_rejections() {
    for status in [400, 403, 404, 409, 413, 415, 422, 402, 410, 418, 451] {
        let error = ends(Fault::status(status), Effect::NotApplied, 0).await;
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        ends(Fault::html(status), Effect::NotApplied, 0).await;
    }
}

#[tokio::test]
async fn does_not_follow_redirects() {
    let elsewhere = Stand::new();
    for status in [301, 304, 307, 308] {
        let fault = Fault::redirect(status, elsewhere.server.url());
        ends(fault, Effect::NotApplied, 0).await;
    }
    for status in [300, 302, 303, 305, 399] {
        let fault = Fault::redirect(status, elsewhere.server.url());
        ends(fault, Effect::Unknown, 0).await;
    }
    assert_eq!(elsewhere.server.ledger().requests, 0);
}

#[tokio::test]
async fn undocumented_successes_are_unknown() {
    for status in [200, 202, 204, 206, 299] {
        ends(Fault::html(status), Effect::Unknown, 0).await;
        ends(Fault::html(status).after_create(), Effect::Unknown, 1).await;
    }
}

#[tokio::test]
async fn unreadable_201_is_applied() {
    for fault in [
        Fault::garbage(),
        Fault::half_body(),
        Fault::html(201).after_create(),
        Fault::body(201, "application/json", "").after_create(),
        Fault::body(201, "application/json", "null").after_create(),
    ] {
        let error = ends(fault, Effect::Applied, 1).await;
        assert_eq!(error.kind(), ErrorKind::Unreadable);
    }
    let fault = Fault::body(201, "application/json", r#"{"id":"found","title":7}"#);
    let error = ends(fault.after_create(), Effect::Applied, 1).await;
    assert_eq!(error.created_id(), Some("found"));
}

#[tokio::test]
async fn endless_201_is_applied() {
    let stand = Stand::new();
    stand
        .server
        .set_faults(Faults::always(Fault::slow_bytes(SHORT)));
    // Long enough for the head of the response, and too short for its body.
    let call = stand.client().create(task("Review"));
    let error = call.attempt_timeout(10 * SHORT).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Unreadable, Effect::Applied)
    );
    assert_eq!(stand.counts(), (1, 1));
}

#[tokio::test]
async fn accepts_a_201_without_an_id() {
    let stand = Stand::new();
    let response = Fault::body(201, "application/json", r#"{"title":"Review"}"#);
    stand.server.script([response.after_create()]);
    let created = create(&stand.client()).await.unwrap();
    assert_eq!(created.id(), None);
}

#[tokio::test]
async fn byte_order_mark_before_a_201_is_ignored() {
    let body = "\u{feff}{\"id\":\"found\",\"title\":\"Review\"}";
    let stand = Stand::new();
    let response = Fault::body(201, "application/json", body).after_create();
    stand.server.script([response]);
    let created = create(&stand.client()).await.unwrap();
    assert_eq!(created.id(), Some("found"));

    let unreadable = body.replace("\"Review\"", "7");
    let fault = Fault::body(201, "application/json", unreadable);
    let error = ends(fault.after_create(), Effect::Applied, 1).await;
    assert_eq!(error.created_id(), Some("found"));

    let error = "\u{feff}{\"code\":\"X\",\"message\":\"Y\"}";
    let error = ends(
        Fault::body(409, "application/json", error),
        Effect::NotApplied,
        0,
    )
    .await;
    assert_eq!((error.code(), error.message()), (Some("X"), Some("Y")));
}

#[tokio::test]
async fn does_not_send_invalid_tasks() {
    let stand = Stand::new();
    let client = stand.client();
    let calls = [
        client.create(task(" \t\n")),
        client.create(tasks_client::types::NewPrototypeTask::builder()),
        client.create(task("Review").description("x".repeat(10_485_760))),
        client
            .create(task("Review"))
            .header("Authorization", "Bearer other"),
        client
            .create(task("Review"))
            .header("x-note", "line\nbreak"),
        client
            .create(task("Review"))
            .attempt_timeout(Duration::ZERO),
    ];
    let reserved = [
        "content-length",
        "Transfer-Encoding",
        "host",
        "connection",
        "expect",
        "accept-encoding",
    ];
    let reserved = reserved.map(|name| client.create(task("Review")).header(name, "1"));
    for call in calls.into_iter().chain(reserved) {
        let error = call.await.unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::Invalid, Effect::NotApplied),
            "{error}"
        );
    }
    assert_eq!(stand.server.ledger().requests, 0);
}

#[tokio::test]
async fn at_least_once_may_duplicate_and_reports_it() {
    for fault in [
        Fault::status(500).after_create(),
        Fault::close_after_reading().after_create(),
    ] {
        let stand = Stand::new();
        stand.server.script([fault]);
        let call = stand.client().create(task("Review"));
        let created = call.retry(RetryPolicy::at_least_once()).await.unwrap();
        assert!(created.may_be_duplicate());
        assert_eq!(stand.counts(), (2, 2));
        assert_eq!(stand.clock.seconds(), [0.25]);
    }
}

#[tokio::test]
async fn at_least_once_never_retries_a_possible_success() {
    for fault in [
        Fault::html(200).after_create(),
        Fault::redirect(303, "/elsewhere").after_create(),
        Fault::garbage(),
        Fault::half_body(),
    ] {
        let stand = Stand::new();
        stand.server.script([fault]);
        let call = stand.client().create(task("Review"));
        call.retry(RetryPolicy::at_least_once()).await.unwrap_err();
        assert_eq!(stand.counts(), (1, 1));
    }
}

#[tokio::test]
async fn rejection_does_not_clear_an_unknown_attempt() {
    let stand = Stand::new();
    stand
        .server
        .script([Fault::status(500).after_create(), Fault::status(400)]);
    let call = stand.client().create(task("Review"));
    let error = call.retry(RetryPolicy::at_least_once()).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert_eq!(error.effect(), Effect::Unknown);
}

#[tokio::test]
async fn policy_none_sends_one_request() {
    let stand = Stand::new();
    for fault in [
        Fault::status(429).retry_after(Duration::from_secs(1)),
        Fault::status(503).retry_after(Duration::from_secs(1)),
        Fault::expired_token(),
    ] {
        let before = stand.server.ledger().bodies_read;
        stand.server.script([fault]);
        let call = stand.credentialed().create(task("Review"));
        let error = call.retry(RetryPolicy::none()).await.unwrap_err();
        assert_eq!(error.effect(), Effect::NotApplied);
        assert_eq!(stand.server.ledger().bodies_read, before + 1);
    }
}

#[tokio::test]
async fn calls_share_a_retry_budget() {
    let stand = Stand::new();
    stand.server.refuse().unwrap();
    let client = stand.client();
    let mut retries = 0;
    for _ in 0..20 {
        let error = client.clone().create(task("Review")).await.unwrap_err();
        retries += error.attempts().len() - 1;
    }
    // Ten at the start, and two for twenty calls.
    assert_eq!(retries, 12);
}
