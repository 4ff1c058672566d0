//! A small document, and a caller of it.

use std::error::Error;

use mock_server::MockServer;
use reqwest::{Client, RequestBuilder};

pub const NOTES: &str = include_str!("../fixtures/notes.yaml");

pub type Outcome = Result<(), Box<dyn Error>>;

/// A caller without a proxy, and without a pool: every request comes on a connection of its own.
pub fn client() -> Client {
    let client = Client::builder().no_proxy().pool_max_idle_per_host(0);
    client
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client without TLS always builds")
}

/// A request that nothing is wrong with.
pub fn create(server: &MockServer) -> RequestBuilder {
    post(server)
        .bearer_auth("t")
        .header("content-type", "application/json")
        .body(r#"{"text":"Milk"}"#)
}

pub fn post(server: &MockServer) -> RequestBuilder {
    client().post(format!("{}/notes", server.url()))
}
