//! Credentials of every security scheme, servers of operations, and bodies without an end, over
//! sockets.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::{
    error::Error as _,
    fmt::Write as _,
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use client_codegen::{NoteKind, Settings};
use client_runtime::{Builder, ClientCredentials, Effect, Error, ErrorKind};
use futures_util::TryStreamExt;
use generated_clients::services::{Client, DOCUMENT, document::operations};
use mock_server::{
    MockServer,
    fault::{Fault, Faults},
};

const USER: &str = "a-user";
const PASSWORD: &str = "pass/word & 99";
const KEY: &str = "key+of/the=query";
const HEADER_KEY: &str = "key-of-the-header";

fn server() -> MockServer {
    MockServer::start(DOCUMENT).unwrap()
}

fn builder(server: &MockServer) -> Builder<Client> {
    let builder = Client::builder().base_url(server.url());
    builder
        .basic(USER, PASSWORD)
        .api_key("queryKey", KEY)
        .api_key("headerKey", HEADER_KEY)
        .credentials(ClientCredentials::new("an-id", "a-secret"))
}

fn client(server: &MockServer) -> Client {
    builder(server).build().unwrap()
}

#[tokio::test]
async fn sends_each_credential_as_its_scheme_states() {
    let server = server();
    let client = client(&server);
    client.get_basic().await.unwrap();
    client
        .get_query()
        .with(|query| query.page("a&b"))
        .await
        .unwrap();
    client.get_header().await.unwrap();
    client.get_alternatives().await.unwrap();
    let received = server.received();
    let sent = received.iter().map(|received| {
        let header = |name| received.header(name).unwrap_or_default().to_owned();
        (
            received.uri.to_string(),
            header("authorization"),
            header("x-api-key"),
        )
    });
    let sent: Vec<_> = sent.collect();
    let key = "api_key=key%2Bof%2Fthe%3Dquery";
    let basic = "Basic YS11c2VyOnBhc3Mvd29yZCAmIDk5";
    let expected = [
        ("/basic".to_owned(), basic, ""),
        (format!("/query?page=a%26b&{key}"), "", ""),
        ("/header".to_owned(), "", HEADER_KEY),
        (format!("/alternatives?{key}"), "", HEADER_KEY),
    ];
    let expected =
        expected.map(|(uri, authorization, key)| (uri, authorization.to_owned(), key.to_owned()));
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn rejects_a_call_whose_scheme_is_not_supported_before_sending() {
    let server = server();
    let error = client(&server).get_session().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Invalid, Effect::NotApplied)
    );
    assert!(error.to_string().contains("`session`"), "{error}");
    assert_eq!(server.ledger().requests, 0);
}

/// Everything that an error shows, with its causes.
fn everything(error: &Error) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}");
    let mut next = error.source();
    while let Some(cause) = next {
        write!(text, "\n{cause}\n{cause:?}").unwrap();
        next = cause.source();
    }
    write!(text, "\n{:?} {:?}", error.code(), error.message()).unwrap();
    text
}

/// Text in all the forms in which a service may echo a credential.
fn forms(secret: &str) -> Vec<String> {
    let percent = |set: &[u8]| -> String {
        let encode = |byte: u8| match byte.is_ascii_alphanumeric() || set.contains(&byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        };
        secret.bytes().map(encode).collect()
    };
    let json = serde_json::to_string(secret).unwrap();
    vec![
        secret.to_owned(),
        percent(b"-"),
        percent(b"/-"),
        json.trim_matches('"').to_owned(),
    ]
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn shows_no_credential_that_a_server_echoes() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let guard = client_runtime::tracing::subscriber::set_default(subscriber);
    let server = server();
    let builder = builder(&server);
    let mut text = format!("{builder:?}");
    let client = builder.build().unwrap();
    write!(text, "{client:?}{:?}", client.generated()).unwrap();
    let encoded = "YS11c2VyOnBhc3Mvd29yZCAmIDk5".to_owned();
    let basic = [vec![encoded], forms(PASSWORD)].concat();
    let both = [forms(KEY), forms(HEADER_KEY)].concat();
    let calls = [
        ("getBasic", basic),
        ("getQuery", forms(KEY)),
        ("getHeader", forms(HEADER_KEY)),
        ("getAlternatives", both),
    ];
    for (operation, secrets) in &calls {
        let echo = serde_json::json!({"code": secrets.concat(), "message": secrets.join(" ")});
        let echo = echo.to_string();
        let faults = [
            Fault::body(400, "application/json", echo.clone()).header("x-request-id", &secrets[0]),
            Fault::body(200, "application/json", format!("[{echo}]")),
            Fault::html(200),
            Fault::half_body(),
            Fault::close_after_reading(),
        ];
        for fault in faults {
            server.set_faults(Faults::always(fault));
            let result = match *operation {
                "getBasic" => client.get_basic().await,
                "getQuery" => client.get_query().await,
                "getHeader" => client.get_header().await,
                _ => client.get_alternatives().await,
            };
            text.push_str(&everything(&result.unwrap_err()));
        }
    }
    server.refuse().unwrap();
    text.push_str(&everything(&client.get_alternatives().await.unwrap_err()));
    drop(guard);
    text.push_str(&String::from_utf8(log.0.lock().unwrap().clone()).unwrap());
    assert!(text.contains("getQuery") && text.contains("[redacted]"));
    for secret in calls.iter().flat_map(|(_, secrets)| secrets) {
        let shown = text.find(secret.as_str());
        let around = shown.map(|at| &text[at.saturating_sub(200)..at + secret.len()]);
        assert_eq!(around, None, "{secret}");
    }
}

/// The base path of the server is part of the token URL, with and without it in the base URL of the
/// client.
#[tokio::test]
async fn requests_tokens_below_the_base_path() {
    let server = server();
    for base in [server.url().to_owned(), format!("{}/v1", server.url())] {
        let credentials = ClientCredentials::new("an-id", "a-secret");
        let builder = Client::builder().base_url(base).credentials(credentials);
        builder.build().unwrap().list_items().await.unwrap();
    }
    let received = server.received();
    let paths: Vec<&str> = received.iter().map(|request| request.uri.path()).collect();
    assert_eq!(paths, ["/token", "/items", "/v1/token", "/v1/items"]);
}

/// `Retry-After` is about the endpoint, not about the scopes that were requested.
#[tokio::test]
async fn a_pause_of_the_token_endpoint_applies_to_all_scopes() {
    let server = server();
    let client = client(&server);
    let wait = Duration::from_secs(900);
    server.set_token_faults(Faults::script([Fault::status(429).retry_after(wait)]));
    let error = client.list_items().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.retry_after()),
        (ErrorKind::Token, Some(wait))
    );
    let error = client.create_item().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Token, Effect::NotApplied)
    );
    assert!(error.retry_after().is_some_and(|left| left <= wait));
    assert_eq!(server.ledger().requests, 1, "one token request");
    client.core().clear_pause();
    client.create_item().await.unwrap();
}

#[tokio::test]
async fn streams_are_sent_once_by_the_client_below_without_a_timeout() {
    let server = server();
    let client = builder(&server).attempt_timeout(Duration::from_millis(100));
    let client = client.build().unwrap();
    let generated = client.generated();
    server.on("getEvents").respond("data: 1\n\n");
    // The body takes longer than an attempt of a call may.
    server.script([Fault::slow_bytes(Duration::from_millis(20))]);
    let events = generated.get_events().send().await.unwrap();
    let mut stream = events.into_inner();
    let mut body = Vec::new();
    while let Some(chunk) = stream.try_next().await.unwrap() {
        body.extend_from_slice(&chunk);
    }
    let body = String::from_utf8(body).unwrap();
    assert!(body.contains("data: 1"), "{body}");
    assert!(
        server
            .received()
            .last()
            .unwrap()
            .header("authorization")
            .is_some()
    );

    let requests = server.ledger().requests;
    server.script([Fault::status(429).retry_after(Duration::from_secs(900))]);
    assert!(generated.get_archive().send().await.is_err());
    assert_eq!(server.ledger().requests, requests + 1, "no retry");
    assert!(client.core().paused_for().is_some(), "all clones wait");
    let error = client.list_items().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Paused);
}

#[tokio::test]
async fn reads_bounded_downloads_in_the_facade() {
    let server = server();
    let image = client(&server).get_thumbnail().await.unwrap();
    assert_eq!(image.value().len(), image.body().len());
    let archive = client(&server).get_archive().await.unwrap();
    assert_eq!(archive.http_status().as_u16(), 200);
}

#[test]
fn facts_state_the_servers_of_operations() {
    let servers = [
        operations::GET_FILE.server,
        operations::DELETE_FILE.server,
        operations::GET_RELATIVE.server,
        operations::GET_REGIONAL.server,
        operations::LIST_ITEMS.server,
    ];
    let expected = [
        Some("https://files.example.com"),
        Some("https://trash.example.com"),
        None,
        None,
        None,
    ];
    assert_eq!(servers, expected);
    let unbounded = [
        operations::GET_EVENTS,
        operations::GET_ARCHIVE,
        operations::GET_THUMBNAIL,
    ];
    let unbounded = unbounded.map(|facts| facts.unbounded);
    assert_eq!(unbounded, [true, true, false]);
}

#[test]
fn generate_notes_unsupported_servers_and_schemes() {
    let settings = Settings::new("crate::services").facade();
    let generated = client_codegen::generate(DOCUMENT, &settings).unwrap();
    let notes = generated.notes.iter();
    assert!(notes.clone().all(|note| note.kind == NoteKind::Lossy));
    let notes: Vec<String> = notes.map(ToString::to_string).collect();
    let expected = [
        "`#/components/securitySchemes/digest`: security scheme `digest` is not supported by the client",
        "`#/components/securitySchemes/session`: security scheme `session` is not supported by the client",
        "`#/paths/~1archive/get/responses/200/content/application~1octet-stream`: the facade reads at most 16 MiB of this body; the client below it has no limit",
        "`#/paths/~1events/get`: not in the facade, only in the client below it: `text/event-stream` is a stream",
        "`#/paths/~1regional/get/servers/0`: the server is relative or has variables; the base URL of the client is used",
        "`#/paths/~1relative/get/servers/0`: the server is relative or has variables; the base URL of the client is used",
    ];
    assert_eq!(notes, expected);
}
