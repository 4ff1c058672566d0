//! Small documents, and a caller of them.
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

/// A caller without a proxy, and without a pool: every request comes on a connection of its own.
pub(crate) fn client() -> Client {
    let client = Client::builder().no_proxy().pool_max_idle_per_host(0);
    client
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client without TLS always builds")
}

/// A request that nothing is wrong with.
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
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
