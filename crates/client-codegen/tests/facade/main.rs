//! The client of a third-party document with the facade, compiled and used over sockets.
//! `client.rs` is generated.

#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "all of it is public, and not all of it is used here; progenitor's own source is as it is"
)]
mod client {
    include!("client.rs");
}

use std::error::Error;

use client::{
    Client,
    types::{Found, Twin},
};
use client_codegen::{Settings, generate};
use client_runtime::ErrorKind;
use serde_json::{Value, from_value, json, to_value};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const DOCUMENT: &str = include_str!("facade.yaml");

/// A server of one response, and a client of it.
async fn server(response: &'static str) -> Result<(Client, impl Future<Output = Result<String>>)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let request = async move {
        let (mut stream, _) = listener.accept().await?;
        let mut request = Vec::new();
        loop {
            let mut buffer = [0; 4096];
            let count = stream.read(&mut buffer).await?;
            request.extend_from_slice(&buffer[..count]);
            let text = String::from_utf8_lossy(&request).to_ascii_lowercase();
            let Some((head, body)) = text.split_once("\r\n\r\n") else {
                continue;
            };
            let length = head
                .split_once("content-length: ")
                .and_then(|(_, rest)| rest.lines().next()?.parse().ok())
                .unwrap_or(0);
            if body.len() >= length || count == 0 {
                break;
            }
        }
        stream.write_all(response.as_bytes()).await?;
        Ok(String::from_utf8(request)?)
    };
    Ok((Client::builder().base_url(url).build()?, request))
}

/// The request that `call` sends, and its outcome.
macro_rules! sent {
    ($response:expr, |$client:ident| $call:expr) => {{
        let ($client, request) = server($response).await?;
        let call = async { $call.await };
        let (result, request) = tokio::join!(call, request);
        (result, request?)
    }};
}

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";

#[test]
fn notes_every_deviation() -> Result {
    let generated = generate(DOCUMENT, &Settings::new("crate::client").facade())?;
    let notes: Vec<_> = generated.notes.iter().map(ToString::to_string).collect();
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(notes.join("\n"));
    });
    assert_eq!(generated.features, ["regress", "uuid"]);
    Ok(())
}

#[tokio::test]
async fn returns_documented_redirect_as_error_with_headers() -> Result {
    const SEE_OTHER: &str = "HTTP/1.1 303 See Other\r\nlocation: /items/2\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    const TEMPORARY: &str = "HTTP/1.1 307 Temporary Redirect\r\nlocation: /items/2\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let (found, _) = sent!(SEE_OTHER, |client| client.items_get(uuid::Uuid::nil()));
    let (moved, _) = sent!(TEMPORARY, |client| client.move_());
    for (error, status) in [(found.err(), 303), (moved.err(), 307)] {
        let error = error.ok_or("a redirect is a success")?;
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        let location = error.headers().and_then(|headers| headers.get("location"));
        assert_eq!(location.ok_or("no location")?, "/items/2");
    }
    Ok(())
}

#[tokio::test]
async fn decodes_each_success_by_its_status() -> Result {
    let added =
        "HTTP/1.1 201 Created\r\ncontent-length: 9\r\nconnection: close\r\n\r\n{\"b\":\"x\"}";
    let (result, _) = sent!(added, |client| client.add_parcel());
    let value = result?;
    assert!(
        format!("{:?}", value.value()).starts_with("Status201"),
        "{value:?}"
    );
    let queued = "HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    let (result, _) = sent!(queued, |client| client.add_parcel());
    let value = result?;
    assert!(
        format!("{:?}", value.value()).starts_with("Status202"),
        "{value:?}"
    );
    Ok(())
}

#[tokio::test]
async fn omits_optional_body_and_its_content_type() -> Result {
    let (result, note) = sent!(NO_CONTENT, |client| client.write_note());
    result?;
    let (result, change) = sent!(NO_CONTENT, |client| client.change_note());
    result?;
    let (result, form) = sent!(NO_CONTENT, |client| client.send_note());
    result?;
    let (result, photo) = sent!(NO_CONTENT, |client| client.store_photo());
    result?;
    for request in [note, change, form, photo] {
        let request = request.to_ascii_lowercase();
        assert!(!request.contains("content-type"), "{request}");
        assert!(request.ends_with("\r\n\r\n"), "{request}");
    }
    Ok(())
}

#[tokio::test]
async fn sends_optional_body_that_is_set() -> Result {
    let (result, note) = sent!(NO_CONTENT, |client| client
        .write_note()
        .with(|call| call.body("a note")));
    result?;
    let twin: Twin = Twin::builder().c(None).try_into()?;
    let (result, change) = sent!(NO_CONTENT, |client| client
        .change_note()
        .with(|call| call.body(twin)));
    result?;
    let (result, photo) = sent!(NO_CONTENT, |client| client
        .store_photo()
        .with(|call| call.body("png")));
    result?;
    for (request, media_type, body) in [
        (note, "text/plain", "a note"),
        (change, "application/merge-patch+json", r#"{"c":null}"#),
        (photo, "image/png", "png"),
    ] {
        let content_type = format!("content-type: {media_type}\r\n");
        assert!(
            request.to_ascii_lowercase().contains(&content_type),
            "{request}"
        );
        assert!(request.ends_with(&format!("\r\n\r\n{body}")), "{request}");
    }
    Ok(())
}

#[tokio::test]
async fn joins_the_values_of_a_list_with_a_literal_separator() -> Result {
    let words = || vec!["a b".to_owned(), "c&d".to_owned()];
    #[expect(deprecated, reason = "the setter of a deprecated parameter")]
    let (result, request) = sent!(NO_CONTENT, |client| client.search(words()).with(|call| {
        call.ids(vec![1, 2])
            .tags(vec!["x|y".to_owned(), "z,z".to_owned()])
            .near("x,1.5")
            .request("r")
    }));
    result?;
    let line = request.lines().next().unwrap_or_default();
    let (_, query) = line.split_once('?').ok_or("no query")?;
    let mut pairs: Vec<_> = query.trim_end_matches(" HTTP/1.1").split('&').collect();
    pairs.sort_unstable();
    assert_eq!(
        pairs,
        [
            "ids=1,2",
            "near=x%2C1.5",
            "request=r",
            "tags=x%7Cy|z%2Cz",
            "words=a%20b%20c%26d"
        ]
    );
    let (result, request) = sent!(NO_CONTENT, |client| client
        .search(words())
        .with(|call| call.ids(vec![])));
    result?;
    assert!(!request.contains("ids"), "{request}");
    Ok(())
}

#[tokio::test]
async fn takes_required_arguments_in_document_order_whatever_optional_ones_are_added() -> Result {
    macro_rules! call {
        ($client:ident.$method:ident) => {
            $client.$method(7, "north", "area", "wide", "r/1")
        };
    }
    let (result, base) = sent!(NO_CONTENT, |client| call!(client.find_rack));
    result?;
    let (result, revised) = sent!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n", |client| {
        call!(client.find_rack_revised)
    });
    result?;
    assert!(base.starts_with("GET /zones/north/racks/r%2F1?shelf=7 "));
    assert!(revised.starts_with("HEAD /zones/north/racks/r%2F1?shelf=7 "));
    for request in [base, revised] {
        for header in ["x-area: area", "shelf: wide", "send: always"] {
            assert!(request.contains(&format!("{header}\r\n")), "{request}");
        }
    }
    Ok(())
}

#[test]
fn keeps_values_of_components_with_any_name() -> Result {
    for names in [
        json!({"result": {"id": "1"}, "option": {"id": "1"}, "vec": {"id": "1"}, "string": "small"}),
        json!({"boxed": {"id": {"id": "1"}}, "some": {"id": "1"}, "none": "a", "err": "abc"}),
        json!({"nullable": {"id": "1"}, "me": {"id": "1"}, "serialize": "c", "debug": {}}),
        json!({"list": [], "code": "abc", "colours": ["red", "green"]}),
        json!({"first": {"a": "1"}, "second": {"b": "2"}}),
    ] {
        round_trip(json!({ "names": names }))?;
    }
    Ok(())
}

#[test]
fn keeps_values_of_recursive_schemas() -> Result {
    for tree in [
        json!({"left": {"left": {"kept": "k", "unknown": 1}}}),
        json!({"twig": {"leaf": "l", "next": {"thorn": 1, "next": {"thorn": 2}}}}),
        json!({"fork": {"l": "l", "r": "r", "same": {"same": {}}}}),
    ] {
        round_trip(json!({"size": 1, "tree": tree}))?;
    }
    Ok(())
}

fn round_trip(value: Value) -> Result {
    let found: Found = from_value(value.clone())?;
    assert_eq!(to_value(found)?, value);
    Ok(())
}
