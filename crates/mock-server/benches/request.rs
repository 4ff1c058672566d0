//! Time and allocations of a request without a connection.
//!
//! `cargo bench -p mock-server`. A load generator measures it with connections, in comparison with
//! a minimal server:
//!
//! ```text
//! cargo run --release -p mock-server --example serve -- openapi/tasks.yaml      # port 8080
//! cargo run --release -p mock-server --example bare                             # port 8081
//! wrk -t1 -c16 -d10s --latency -s crates/mock-server/benches/create.lua http://127.0.0.1:8080
//! ```
//!
//! `INVALID=1` before `wrk` sends invalid requests.

#![expect(clippy::unwrap_used, reason = "a benchmark may fail")]

use std::fs;

use bytes::Bytes;
use divan::{AllocProfiler, Bencher};
use http::Request;
use mock_server::MockServer;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// Returns a file of the workspace.
fn read(path: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    fs::read_to_string(root.to_owned() + path).unwrap()
}

fn published() -> String {
    read("openapi/examples/createPrototypeTask.request.json")
}

fn main() {
    divan::main();
}

/// A 201 response, validated against its schema before it is sent.
#[divan::bench]
fn valid_create(bencher: Bencher<'_, '_>) {
    respond(bencher, published(), 201);
}

/// A 400 with two violations.
#[divan::bench]
fn invalid_create(bencher: Bencher<'_, '_>) {
    let invalid = published().replace("\"title\"", "\"titel\"");
    respond(
        bencher,
        invalid.replace("\"dueDate\": null", "\"dueDate\": 1"),
        400,
    );
}

fn respond(bencher: Bencher<'_, '_>, body: String, status: u16) {
    let server = MockServer::start(read("openapi/tasks.yaml")).unwrap();
    let body = Bytes::from(body);
    let request = || {
        Request::post("/prototype/platform/tasks")
            .header("host", "127.0.0.1:8080")
            .header("authorization", "Bearer any")
            .header("content-type", "application/json")
            .header("x-version", "2022-01-01")
            .body(body.clone())
            .unwrap()
    };
    assert_eq!(server.respond_to(request()).status(), status);
    // The ledger is full, as in a long-running server.
    (0..1024).for_each(|_| drop(server.respond_to(request())));
    bencher
        .with_inputs(request)
        .bench_values(|request| server.respond_to(request));
}
