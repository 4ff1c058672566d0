//! Content of errors.

use std::time::Duration;

use mock_server::fault::{Fault, Faults};
use tasks_client::{Client, Error, RetryPolicy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{Stand, TOKEN, causes, task};

async fn error(fault: Fault) -> Error {
    let stand = Stand::new();
    stand.server.set_faults(Faults::always(fault));
    let call = stand
        .client()
        .create(task("Review"))
        .retry(RetryPolicy::none());
    call.attempt_timeout(Duration::from_millis(150))
        .await
        .unwrap_err()
}

/// The error and its causes, the way `anyhow` prints them.
fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    for cause in causes(error) {
        text.push_str(&format!("\n  because: {cause}"));
    }
    text
}

#[tokio::test]
async fn errors_have_complete_messages() {
    let busy = Fault::status(429).retry_after(Duration::from_secs(7));
    let gateway = Fault::body(
        502,
        "application/json",
        r#"{"message":"no upstream\u001b[31m"}"#,
    );
    let garbled = r#"{"id":"7f3c","approvalSteps":[{"dueDate":"tomorrow"}]}"#;
    let faults = [
        busy,
        Fault::status(400),
        Fault::status(500),
        gateway,
        Fault::html(503),
        Fault::body(599, "text/plain", "?"),
        Fault::redirect(302, "https://example.com"),
        Fault::html(200),
        Fault::close_after_reading(),
        Fault::none().delay(Duration::from_secs(9)),
        Fault::body(201, "application/json", garbled).after_create(),
        Fault::html(201),
        Fault::half_body(),
    ];
    let mut texts = Vec::new();
    for fault in faults {
        texts.push(chain(&error(fault).await));
    }
    let stand = Stand::new();
    stand.server.refuse().unwrap();
    texts.push(chain(
        &stand.client().create(task("Review")).await.unwrap_err(),
    ));
    texts.push(chain(&stand.client().create(task(" ")).await.unwrap_err()));
    let denial = r#"{"error":"invalid_client","error_description":"no such client"}"#;
    let denial = Fault::body(401, "application/json", denial);
    stand.server.accept().unwrap();
    stand.server.set_token_faults(Faults::always(denial));
    texts.push(chain(
        &stand
            .credentialed()
            .create(task("Review"))
            .await
            .unwrap_err(),
    ));
    // Ports and the server's ids differ from run to run.
    insta::with_settings!({ omit_expression => true, filters => [(r"127\.0\.0\.1:\d+", "HOST"), ("[0-9a-f]{32}", "ID")] }, {
        insta::assert_snapshot!(texts.join("\n"));
    });
}

#[tokio::test]
async fn error_keeps_status_headers_and_body() {
    let body = r#"{"code":"X","message":"Y","more":1}"#;
    let fault = Fault::body(409, "application/json", body).header("x-request-id", "r-1");
    let error = error(fault.header("x-other", "kept")).await;
    assert_eq!(error.status().unwrap().as_u16(), 409);
    assert_eq!(error.headers().unwrap()["x-other"], "kept");
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!((error.code(), error.message()), (Some("X"), Some("Y")));
    assert_eq!(error.body(), body.as_bytes());
}

#[tokio::test]
async fn keeps_any_body_up_to_the_limit() {
    let html = error(Fault::html(400)).await;
    assert!(html.body().starts_with(b"<!DOCTYPE html>"));
    assert_eq!((html.code(), html.message()), (None, None));
    let huge = error(Fault::body(400, "text/plain", vec![b'x'; 5 << 20])).await;
    assert_eq!(huge.body().len(), 64 << 10);
}

#[tokio::test]
async fn keeps_the_status_of_a_truncated_error() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder()
        .base_url(url)
        .token(TOKEN)
        .build()
        .unwrap();
    let respond = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_u8().await.unwrap();
        let half = b"HTTP/1.1 409 Conflict\r\ncontent-length: 999\r\n\r\n{\"code\":";
        stream.write_all(half).await.unwrap();
    };
    let (result, ()) = tokio::join!(client.create(task("Review")).into_future(), respond);
    let error = result.unwrap_err();
    assert_eq!(error.effect(), tasks_client::Effect::NotApplied);
    assert_eq!(error.status().unwrap().as_u16(), 409);
    assert_eq!(error.body(), b"{\"code\":");
}

#[tokio::test]
async fn error_after_the_sunset_names_it() {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    for status in [404, 410] {
        let stand = Stand::new();
        stand
            .server
            .set_faults(Faults::always(Fault::status(status)));
        let client = stand.client();
        // The day before.
        stand.clock.advance(92 * DAY);
        let before = client.create(task("Review")).await.unwrap_err();
        assert!(!before.to_string().contains("removed on"), "{before}");
        stand.clock.advance(DAY);
        let after = client.create(task("Review")).await.unwrap_err();
        assert!(
            after
                .to_string()
                .contains("may have been removed on 2027-01-31"),
            "{after}"
        );
        stand.server.script([Fault::status(403)]);
        let other = client.create(task("Review")).await.unwrap_err();
        assert!(!other.to_string().contains("removed on"), "{other}");
    }
}

/// The announced sunset overrides the documented one.
#[tokio::test]
async fn announced_sunset_overrides_the_documented_one() {
    let stand = Stand::new();
    let announcing = Fault::status(404).header("sunset", "Fri, 30 Oct 2026 00:00:00 GMT");
    stand.server.set_faults(Faults::always(announcing));
    let error = stand.client().create(task("Review")).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("may have been removed on 2026-10-30"),
        "{error}"
    );
}

#[test]
fn errors_are_small_and_send_and_sync() {
    fn travels<T: std::error::Error + Send + Sync + 'static>() {}
    travels::<Error>();
    travels::<tasks_client::BuildError>();
    travels::<tasks_client::TokenError>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[test]
fn calls_and_clients_are_send_and_sync() {
    fn travels<T: Send + Sync + 'static>() {}
    fn is_sent<T: Send + 'static>(_: &T) {}
    travels::<Client>();
    travels::<tasks_client::Created>();
    let client = Client::builder()
        .token(TOKEN)
        .base_url("http://localhost")
        .build()
        .unwrap();
    is_sent(&client.create(task("a")).into_future());
}
