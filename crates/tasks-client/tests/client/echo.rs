//! A response that belongs to another request.

use tasks_client::{Client, Effect, ErrorKind, RetryPolicy};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use crate::support::{Raw, RawServer, Stand, TOKEN, response, task};

fn client(stand: &Stand, url: &str) -> Client {
    stand.builder().base_url(url).token(TOKEN).build().unwrap()
}

async fn responding(title: &'static str) -> RawServer {
    let body = serde_json::json!({"id": "a-1", "title": title}).to_string();
    RawServer::start(move |_, _| Raw::json("201 Created", "", &body)).await
}

/// The server sends a second 201 on the connection, which is the response to the first request.
#[tokio::test]
async fn foreign_response_is_unknown_and_never_retried() {
    let server = RawServer::start(|number, _| {
        let body = match number {
            0 | 1 => r#"{"id":"a-1","title":"First"}"#,
            _ => r#"{"id":"a-3","title":"Third"}"#,
        };
        Raw::json("201 Created", "x-request-id: r-1\r\n", body)
    })
    .await;
    let stand = Stand::new();
    let client = client(&stand, &server.url);
    client.create(task("First")).await.unwrap();
    let call = client.create(task("Second"));
    let error = call.retry(RetryPolicy::at_least_once()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Mismatch, Effect::Unknown)
    );
    assert_eq!(
        (error.response_id(), error.created_id()),
        (Some("a-1"), None)
    );
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.attempts().len(), 1);
    assert_eq!(server.requests().len(), 2);
    // The next call must not continue on a connection whose order is lost.
    let created = client.create(task("Third")).await.unwrap();
    assert_eq!(created.id(), Some("a-3"));
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn title_that_the_service_changed_is_not_foreign() {
    for (sent, received) in [
        (" Review  the 10-K ", "Review the 10-K"),
        ("Review the 10-K", "REVIEW THE 10-K"),
        ("Review the 10-K of last year", "Review the 10-K"),
        ("Review", "Review (2)"),
        ("Straße", "STRASSE"),
        ("Review", ""),
    ] {
        let server = responding(received).await;
        let created = client(&Stand::new(), &server.url).create(task(sent)).await;
        assert_eq!(created.unwrap().id(), Some("a-1"), "{sent} → {received}");
    }
    for (sent, received) in [("Review 10", "Review 11"), ("First", "Second")] {
        let server = responding(received).await;
        let created = client(&Stand::new(), &server.url).create(task(sent)).await;
        assert_eq!(created.unwrap_err().kind(), ErrorKind::Mismatch);
    }
}

#[tokio::test]
async fn missing_title_is_not_a_mismatch() {
    for body in [r#"{"id":"a-1"}"#, r#"{"id":"a-1","title":null}"#] {
        let server = RawServer::start(move |_, _| Raw::json("201 Created", "", body)).await;
        let created = client(&Stand::new(), &server.url).create(task("Review"));
        assert_eq!(created.await.unwrap().id(), Some("a-1"));
    }
}

#[tokio::test]
async fn unreadable_foreign_response_is_not_applied() {
    let body = r#"{"id":"a-1","title":"Other","status":7}"#;
    let server = RawServer::start(move |_, _| Raw::json("201 Created", "", body)).await;
    let error = client(&Stand::new(), &server.url).create(task("Review"));
    let error = error.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect(), error.created_id()),
        (ErrorKind::Mismatch, Effect::Unknown, None)
    );
}

#[tokio::test]
async fn check_can_be_disabled() {
    let server = responding("Static").await;
    let stand = Stand::new();
    let call = client(&stand, &server.url).create(task("Review"));
    call.check_echo(false).await.unwrap();
    let builder = stand.builder().base_url(&server.url).token(TOKEN);
    let client = builder.check_echo(false).build().unwrap();
    client.create(task("Review")).await.unwrap();
}

/// hyper closes a connection on which bytes arrive while no request is in flight.
#[tokio::test]
async fn bytes_on_an_idle_connection_discard_it() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (responded, idle) = tokio::sync::oneshot::channel();
    let (closed, discarded) = tokio::sync::oneshot::channel();
    let server = tokio::spawn(async move {
        let body = |id: &str| format!(r#"{{"id":"{id}","title":"Review"}}"#);
        let (mut first, _) = listener.accept().await.unwrap();
        let mut request = vec![0; 4096];
        let _ = first.read(&mut request).await.unwrap();
        let bytes = response("201 Created", "", &body("a-1"));
        first.write_all(bytes.as_bytes()).await.unwrap();
        idle.await.unwrap();
        let late = response("201 Created", "", &body("a-late"));
        first.write_all(late.as_bytes()).await.unwrap();
        // The client closes it without another request.
        let rest = first.read(&mut request).await.unwrap_or(0);
        closed.send(()).unwrap();
        let (mut second, _) = listener.accept().await.unwrap();
        let _ = second.read(&mut request).await.unwrap();
        let bytes = response("201 Created", "", &body("a-2"));
        second.write_all(bytes.as_bytes()).await.unwrap();
        rest
    });
    let client = client(&Stand::new(), &url);
    let created = client.create(task("Review")).await.unwrap();
    assert_eq!(created.id(), Some("a-1"));
    responded.send(()).unwrap();
    discarded.await.unwrap();
    let created = client.create(task("Review")).await.unwrap();
    assert_eq!(created.id(), Some("a-2"));
    assert_eq!(server.await.unwrap(), 0);
}
