//! Rows of the table that need bytes which no well-formed server sends.

use std::time::{Duration, SystemTime};

use mock_server::fault::{Fault, Faults};
use tasks_client::{Client, Created, Effect, Error, ErrorKind};

use crate::support::{Raw, RawServer, Stand, TOKEN, causes, response, task};

const SHORT: Duration = Duration::from_millis(150);
const CREATED: &str = r#"{"id":"a-1","title":"Review"}"#;

fn client(stand: &Stand, server: &RawServer) -> Client {
    let builder = stand.builder().base_url(&server.url).token(TOKEN);
    builder.build().unwrap()
}

/// The result of one call whose only request receives this response.
async fn call(script: impl Fn() -> Raw + Send + Sync + 'static) -> Result<Created, Error> {
    let stand = Stand::new();
    let server = RawServer::start(move |_, _| script()).await;
    let call = client(&stand, &server).create(task("Review"));
    let result = call.attempt_timeout(SHORT * 20).await;
    assert_eq!(server.requests().len(), 1);
    assert_eq!(stand.clock.slept(), []);
    result
}

async fn fails(script: impl Fn() -> Raw + Send + Sync + 'static, effect: Effect) -> Error {
    let error = call(script).await.unwrap_err();
    assert_eq!(error.effect(), effect, "{error:?}");
    error
}

#[tokio::test]
async fn reset_before_a_response_is_unknown() {
    for bytes in ["", "HTTP/1.1 201 Cre"] {
        let error = fails(move || Raw::reset(bytes), Effect::Unknown).await;
        assert_eq!(error.kind(), ErrorKind::NoResponse);
        assert!(!error.is_timeout() && !error.is_connect());
    }
}

#[tokio::test]
async fn close_before_a_response_is_unknown() {
    for bytes in ["", "HTTP/1.1 201 Created\r\ncontent-le"] {
        let error = fails(move || Raw::close(bytes), Effect::Unknown).await;
        assert_eq!(error.kind(), ErrorKind::NoResponse);
    }
}

#[tokio::test]
async fn reset_within_a_201_is_applied() {
    let bytes = response("201 Created", "", CREATED);
    let cut = bytes[..bytes.len() - 12].to_owned();
    let error = fails(move || Raw::reset(cut.clone()), Effect::Applied).await;
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(error.created_id(), Some("a-1"));
}

/// The server closes the idle connection; the next call must not be sent on it.
#[tokio::test]
async fn closed_idle_connection_is_not_reused() {
    let stand = Stand::new();
    let server = RawServer::start(|_, _| Raw::close(response("201 Created", "", CREATED))).await;
    let client = client(&stand, &server);
    for _ in 0..3 {
        client.create(task("Review")).await.unwrap();
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    assert_eq!(server.requests().len(), 3);
}

/// The server closes the connection as the next request arrives on it.
#[tokio::test]
async fn stale_connection_is_unknown() {
    let stand = Stand::new();
    let server = RawServer::start(|number, _| match number {
        0 => Raw::send(response("201 Created", "", CREATED)),
        _ => Raw::reset(""),
    })
    .await;
    let client = client(&stand, &server);
    client.create(task("Review")).await.unwrap();
    let error = client.create(task("Review")).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::NoResponse, Effect::Unknown)
    );
    assert_eq!(server.requests().len(), 2);
}

/// A gateway rejects a large body without reading it.
#[tokio::test]
async fn response_before_the_body_is_read() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_u8().await.unwrap();
        let bytes = response("413 Content Too Large", "connection: close\r\n", "{}");
        stream.write_all(bytes.as_bytes()).await.unwrap();
        // Read slowly, so that the response arrives before the body is sent.
        tokio::time::sleep(SHORT).await;
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest).await;
    });
    let stand = Stand::new();
    let client = stand.builder().base_url(url).token(TOKEN).build().unwrap();
    let large = task("Review").description("x".repeat(9 << 20));
    let error = client.create(large).await.unwrap_err();
    assert_eq!(error.effect(), Effect::NotApplied, "{error:?}");
    assert_eq!(error.status().unwrap().as_u16(), 413);
    server.abort();
}

#[tokio::test]
async fn gateway_statuses_are_unknown() {
    for status in ["520 Web Server Returned an Unknown Error", "529 Overloaded"] {
        let error = fails(move || Raw::json(status, "", "{}"), Effect::Unknown).await;
        assert_eq!(error.kind(), ErrorKind::Status);
    }
}

#[tokio::test]
async fn informational_responses_are_skipped() {
    let before = "HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n";
    let created = format!("{before}{}", response("201 Created", "", CREATED));
    let created = call(move || Raw::send(created.clone())).await.unwrap();
    assert_eq!(created.id(), Some("a-1"));
    let busy = format!("{before}{}", response("409 Conflict", "", "{}"));
    fails(move || Raw::send(busy.clone()), Effect::NotApplied).await;
    // Informational responses only, then the end.
    fails(move || Raw::close(before), Effect::Unknown).await;
}

#[tokio::test]
async fn created_without_a_length_ends_with_the_connection() {
    let head = "HTTP/1.1 201 Created\r\ncontent-type: application/json\r\n\r\n";
    let whole = format!("{head}{CREATED}");
    let created = call(move || Raw::close(whole.clone())).await.unwrap();
    assert_eq!(created.id(), Some("a-1"));
    let cut = format!("{head}{}", &CREATED[..CREATED.len() - 3]);
    let error = fails(move || Raw::close(cut.clone()), Effect::Applied).await;
    assert_eq!(error.created_id(), Some("a-1"));
}

#[tokio::test]
async fn broken_chunks_of_a_201_are_applied() {
    let head = "HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    let length = CREATED.len();
    let whole = format!("{head}{length:x}\r\n{CREATED}\r\n0\r\n\r\n");
    let created = call(move || Raw::send(whole.clone())).await.unwrap();
    assert_eq!(created.id(), Some("a-1"));
    for broken in [
        format!("{head}{length:x}\r\n{CREATED}\r\nxyz\r\n"),
        format!("{head}{length:x}\r\n{CREATED}\r\n"),
        format!("{head}ff\r\n{CREATED}"),
    ] {
        let error = fails(move || Raw::close(broken.clone()), Effect::Applied).await;
        assert_eq!(error.kind(), ErrorKind::Unreadable);
        assert_eq!(error.created_id(), Some("a-1"));
    }
}

/// The bound on a body is 16 MiB; an id after it is not known.
#[tokio::test]
async fn created_over_16_mib_is_applied() {
    let filler = "x".repeat(17 << 20);
    let first = format!(r#"{{"id":"a-1","title":"{filler}"}}"#);
    let last = format!(r#"{{"title":"{filler}","id":"a-1"}}"#);
    for (body, id) in [(first, Some("a-1")), (last, None)] {
        let bytes = response("201 Created", "", &body);
        let error = fails(move || Raw::send(bytes.clone()), Effect::Applied).await;
        assert_eq!(
            (error.kind(), error.created_id()),
            (ErrorKind::Unreadable, id)
        );
        assert_eq!(error.body().len(), 16 << 20);
    }
}

/// The server never sends the rest of a body that exceeds the limit.
#[tokio::test]
async fn rest_of_a_body_over_the_limit_is_not_awaited() {
    let head = "HTTP/1.1 400 Bad Request\r\ncontent-length: 1000000\r\n\r\n";
    let bytes = format!("{head}{}", "x".repeat(65 << 10));
    let stand = Stand::new();
    let server = RawServer::start(move |_, _| Raw::stall(bytes.clone())).await;
    let call = client(&stand, &server).create(task("Review"));
    let limit = Duration::from_secs(10);
    let ended = tokio::time::timeout(limit, call.into_future()).await;
    let error = ended.unwrap().unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 400);
    assert_eq!(error.body().len(), 64 << 10);
}

/// The connection ends before the id.
#[tokio::test]
async fn id_after_the_truncation_is_not_known() {
    let bytes = response("201 Created", "", r#"{"title":"Review","id":"a-1"}"#);
    let cut = bytes[..bytes.len() - 5].to_owned();
    let error = fails(move || Raw::close(cut.clone()), Effect::Applied).await;
    assert_eq!(error.created_id(), None);
    assert!(error.to_string().contains("do not retry"), "{error}");
}

#[tokio::test]
async fn unavailable_until_a_date() {
    let stand = Stand::new();
    let date = SystemTime::now() + Duration::from_secs(30);
    let busy = Fault::status(503).retry_after_date(date);
    stand.server.script([busy]);
    let created = stand.client().create(task("Review")).await.unwrap();
    assert_eq!(created.attempts().len(), 2);
    let waited = stand.clock.seconds();
    // The date has whole seconds, and so has the date of the response.
    assert!(
        waited.len() == 1 && (28.0..=30.0).contains(&waited[0]),
        "{waited:?}"
    );
}

/// A delay of zero or a past date still means that nothing was created; the call backs off.
#[tokio::test]
async fn unavailable_until_now_backs_off() {
    for value in ["0", "Thu, 01 Jan 1970 00:00:00 GMT"] {
        let stand = Stand::new();
        let busy = Fault::status(503).header("retry-after", value);
        stand.server.script([busy]);
        stand.client().create(task("Review")).await.unwrap();
        assert_eq!(stand.clock.seconds(), [0.25], "{value}");
        assert_eq!(stand.counts(), (2, 1));
    }
}

#[tokio::test]
async fn unavailable_with_an_unreadable_delay_is_unknown() {
    for value in ["soon", "-1", ""] {
        let stand = Stand::new();
        let busy = Fault::status(503).header("retry-after", value);
        stand.server.script([busy]);
        let error = stand.client().create(task("Review")).await.unwrap_err();
        assert_eq!(error.effect(), Effect::Unknown, "{value}");
        assert_eq!(stand.counts(), (1, 0));
    }
}

#[tokio::test]
async fn silent_token_endpoint_is_not_applied() {
    let stand = Stand::new();
    let slow = Fault::none().delay(SHORT * 20);
    stand.server.set_token_faults(Faults::always(slow));
    let call = stand.credentialed().create(task("Review"));
    let error = call.time_budget(SHORT * 2).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Token, Effect::NotApplied)
    );
    assert_eq!(stand.counts(), (0, 0));
}

#[tokio::test]
async fn token_endpoint_408_is_transient() {
    let stand = Stand::new();
    stand
        .server
        .set_token_faults(Faults::script([Fault::status(408)]));
    stand.credentialed().create(task("Review")).await.unwrap();
    assert_eq!(stand.clock.seconds(), [0.25]);
    assert_eq!(stand.counts(), (1, 1));
}

/// The secret is not sent to the target of a redirect.
#[tokio::test]
async fn token_endpoint_redirect_is_not_followed() {
    let elsewhere = Stand::new();
    for status in [301, 302, 303, 307, 308] {
        let stand = Stand::new();
        let redirect = Fault::redirect(status, elsewhere.server.url());
        stand.server.set_token_faults(Faults::always(redirect));
        let error = stand
            .credentialed()
            .create(task("Review"))
            .await
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::Token, Effect::NotApplied)
        );
        assert_eq!(error.attempts().len(), 1);
        let cause = causes(&error).next().unwrap().to_string();
        assert!(cause.contains(&status.to_string()), "{cause}");
        assert_eq!(stand.counts(), (0, 0));
    }
    assert_eq!(elsewhere.server.ledger().requests, 0);
}
