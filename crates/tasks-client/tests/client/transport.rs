//! Settings of the transport, none of which resends a request.

use std::time::Duration;

use tasks_client::{BuildError, Client, ClientBuilder, Effect, ErrorKind};

use crate::support::{Raw, RawServer, Stand, TOKEN, task};

const SHORT: Duration = Duration::from_millis(150);
const CREATED: &str = r#"{"id":"a-1","title":"Review"}"#;

#[tokio::test]
async fn redirects_are_not_followed_with_any_setting() {
    let server = RawServer::start(|_, _| {
        let location = "location: http://127.0.0.1:9/elsewhere\r\n";
        Raw::json("307 Temporary Redirect", location, "{}")
    })
    .await;
    let builder = Client::builder()
        .base_url("http://127.0.0.1:9")
        .token(TOKEN)
        .proxy(&server.url)
        .user_agent("reviewer/1")
        .default_header("x-note", "all")
        .connect_timeout(Duration::from_secs(1))
        .pool_idle_timeout(Duration::from_secs(1));
    #[cfg(feature = "tls")]
    let builder = builder
        .root_certificate(include_bytes!("tls/certificate.pem"))
        .identity(include_bytes!("tls/identity.pem"));
    let client = builder.build().unwrap();
    let error = client.create(task("Review")).await.unwrap_err();
    assert_eq!(
        (error.effect(), error.attempts().len()),
        (Effect::NotApplied, 1)
    );
    let requests = server.requests();
    assert_eq!(requests.len(), 1);
    for part in [
        "POST http://127.0.0.1:9/prototype/platform/tasks HTTP/1.1",
        "user-agent: reviewer/1",
        "x-note: all",
    ] {
        assert!(requests[0].contains(part), "{part}: {}", requests[0]);
    }
}

#[tokio::test]
async fn idle_connections_are_closed_after_the_timeout() {
    for (idle, connections) in [(SHORT / 3, 2), (SHORT * 100, 1)] {
        let server = RawServer::start(|_, _| Raw::json("201 Created", "", CREATED)).await;
        let builder = Client::builder().base_url(&server.url).token(TOKEN);
        let client = builder.pool_idle_timeout(idle).build().unwrap();
        client.create(task("Review")).await.unwrap();
        tokio::time::sleep(SHORT).await;
        client.create(task("Review")).await.unwrap();
        assert_eq!(server.connections(), connections);
    }
}

/// A service behind a proxy. No name is resolved: the proxy would do that.
#[cfg(feature = "tls")]
fn proxied(stand: &Stand, proxy: &RawServer) -> Client {
    let builder = stand
        .builder()
        .base_url("https://api.example.com")
        .token(TOKEN);
    builder.proxy(&proxy.url).build().unwrap()
}

#[cfg(feature = "tls")]
async fn never_connected(script: impl Fn() -> Raw + Send + Sync + 'static) {
    let proxy = RawServer::start(move |_, _| script()).await;
    let stand = Stand::new();
    let call = proxied(&stand, &proxy).create(task("Review"));
    let error = call.attempt_timeout(SHORT).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Connect, Effect::NotApplied),
        "{error:?}"
    );
    assert!(error.is_connect());
    assert_eq!(error.attempts().len(), 3);
    let requests = proxy.requests();
    assert_eq!(requests.len(), 3);
    for request in requests {
        assert!(
            request.starts_with("CONNECT api.example.com:443"),
            "{request}"
        );
        assert!(!request.contains(TOKEN));
    }
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn rejected_connect_of_a_proxy_is_not_applied() {
    for status in [
        "403 Forbidden",
        "407 Proxy Authentication Required",
        "502 Bad Gateway",
    ] {
        never_connected(move || Raw::close(format!("HTTP/1.1 {status}\r\n\r\n"))).await;
    }
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn proxy_that_never_responds_is_not_applied() {
    never_connected(|| Raw::stall("")).await;
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn stalled_tls_handshake_behind_a_proxy_is_not_applied() {
    never_connected(|| Raw::stall("HTTP/1.1 200 Connection established\r\n\r\n")).await;
}

fn rejected(change: impl FnOnce(ClientBuilder) -> ClientBuilder) -> String {
    let builder = Client::builder().base_url("http://localhost").token(TOKEN);
    let error: BuildError = change(builder).build().unwrap_err();
    format!("{error}\n{error:?}")
}

#[test]
fn unusable_settings_are_rejected() {
    let errors = [
        rejected(|builder| builder.attempt_timeout(Duration::ZERO)),
        rejected(|builder| builder.connect_timeout(Duration::ZERO)),
        rejected(|builder| builder.default_header("content-length", "1")),
        rejected(|builder| builder.default_header("transfer-encoding", "chunked")),
        rejected(|builder| builder.default_header("host", "example.com")),
        rejected(|builder| builder.default_header("authorization", "Bearer other")),
        rejected(|builder| builder.user_agent("line\nbreak")),
        rejected(|builder| builder.proxy("not a proxy")),
        rejected(|builder| builder.proxy("ftp://user:hunter2@localhost")),
        rejected(|builder| builder.proxy("http://user:hunter2@proxy.example.com")),
    ];
    for error in errors {
        assert!(!error.contains("hunter2"), "{error}");
    }
    #[cfg(feature = "tls")]
    for pem in ["", "hunter2", "-----BEGIN CERTIFICATE-----\nhunter2"] {
        let root = rejected(|builder| builder.root_certificate(pem));
        let identity = rejected(|builder| builder.identity(pem));
        assert!(root.contains("root_certificate") && identity.contains("identity"));
        assert!(!root.contains("hunter2") && !identity.contains("hunter2"));
    }
}
