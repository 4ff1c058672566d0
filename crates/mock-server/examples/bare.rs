//! Lower bound of the cost of a server: reads the body, and responds with the published task to
//! every request.
//!
//! `cargo run --release -p mock-server --example bare`

use std::io;

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::routing::post;

/// The published example of the 201 response.
const EXAMPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../openapi/examples/createPrototypeTask.201.json"
);

// One thread, like the mock server.
#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let example = Bytes::from(std::fs::read(EXAMPLE)?);
    let respond = async move |_: Bytes| {
        (
            StatusCode::CREATED,
            [(CONTENT_TYPE, "application/json")],
            example.clone(),
        )
    };
    let router = Router::new().route("/prototype/platform/tasks", post(respond));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 8081)).await?;
    axum::serve(listener, router).await
}
