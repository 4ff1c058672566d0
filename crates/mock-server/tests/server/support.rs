//! Small documents, and a client.
#![expect(clippy::expect_used, reason = "helpers of tests")]

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use mock_server::MockServer;
use reqwest::{Client, RequestBuilder};

/// One create, with OAuth 2.
pub(crate) const NOTES: &str = include_str!("fixtures/notes.yaml");
/// Parameters, media types and methods of every kind.
pub(crate) const SHOP: &str = include_str!("fixtures/shop.yaml");

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// A client without a proxy, and without a pool: every request has its own connection.
pub(crate) fn client() -> Client {
    let client = Client::builder().no_proxy().pool_max_idle_per_host(0);
    client
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client without TLS always builds")
}

/// A valid request.
pub(crate) fn create(server: &MockServer) -> RequestBuilder {
    post(server)
        .bearer_auth("t")
        .header("content-type", "application/json")
        .body(r#"{"text":"Milk"}"#)
}

pub(crate) fn post(server: &MockServer) -> RequestBuilder {
    client().post(format!("{}/notes", server.url()))
}

/// Sends bytes as they are, and reads to the end of the connection.
pub(crate) fn raw(server: &MockServer, bytes: &[u8]) -> Result<String, std::io::Error> {
    let mut stream = TcpStream::connect(server.address())?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.write_all(bytes)?;
    let mut response = Vec::new();
    stream.read_to_end(&mut response)?;
    Ok(String::from_utf8_lossy(&response).into_owned())
}

pub(crate) type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

/// A server of these paths, in YAML flow style.
pub(crate) fn server(paths: &str) -> Fallible<MockServer> {
    let text = format!("{{openapi: 3.0.3, info: {{title: t, version: '1'}}, paths: {{{paths}}}}}");
    Ok(MockServer::start(text)?)
}

/// The status, media type and body of a response.
pub(crate) async fn text(request: RequestBuilder) -> Fallible<(u16, String, String)> {
    let response = request.send().await?;
    let content_type = response.headers().get("content-type");
    let content_type = content_type.map(|value| value.to_str().map(str::to_owned));
    let (status, content_type) = (response.status(), content_type.transpose()?);
    Ok((
        status.as_u16(),
        content_type.unwrap_or_default(),
        response.text().await?,
    ))
}
