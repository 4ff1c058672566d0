//! Serves a document until it is interrupted, without a log: the server under load.
//!
//! `cargo run --release -p mock-server --example serve -- openapi/tasks.yaml`
#![expect(
    clippy::print_stdout,
    reason = "an example prints its address and the time to start"
)]

use std::error::Error;
use std::time::Instant;

use mock_server::{Document, MockServer};

fn main() -> Result<(), Box<dyn Error>> {
    let begin = Instant::now();
    let path = std::env::args().nth(1).ok_or("name a document")?;
    let server = MockServer::builder(Document::load(path.as_ref())?)
        .port(8080)
        .start()?;
    println!("{} after {:?}", server.url(), begin.elapsed());
    loop {
        std::thread::park();
    }
}
