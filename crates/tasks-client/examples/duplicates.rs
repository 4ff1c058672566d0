//! Creates 1,000 tasks on an unreliable mock server with this client, and with one that resends
//! each failed request.
//!
//! `cargo run -p tasks-client --example duplicates`. The faults have a fixed seed, so the numbers
//! are the same in every run.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::{collections::HashSet, error::Error, future::ready, pin::Pin, time::Duration};

use mock_server::{
    Document, MockServer,
    fault::{Fault, Faults},
};
use serde_json::json;
use tasks_client::{Client, Clock, Effect, types::NewPrototypeTask};

const TASKS: usize = 1_000;
/// The attempts of both clients for one task.
const ATTEMPTS: usize = 3;

/// Does not wait before a retry.
struct Immediate;

impl Clock for Immediate {
    fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(ready(()))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("| client | reported as created | reported as unknown | exist | duplicates |");
    println!("|---|--:|--:|--:|--:|");
    let server = unreliable()?;
    let (created, unknown) = with_this_client(&server).await?;
    row("tasks-client", created, unknown, &server);
    let server = unreliable()?;
    let created = with_resends(&server).await?;
    row("resends failed requests", created, 0, &server);
    Ok(())
}

/// Starts a server on which one request in ten fails, half of those after the task was created.
fn unreliable() -> Result<MockServer, Box<dyn Error>> {
    let faults = Faults::random(7)
        .with(0.02, Fault::status(500))
        .with(0.02, Fault::status(500).after_create())
        .with(0.02, Fault::html(504).after_create())
        .with(0.01, Fault::close_after_reading().after_create())
        .with(0.01, Fault::close_before_reading())
        .with(0.02, Fault::status(503).retry_after(Duration::from_secs(1)));
    let document = Document::parse("tasks.yaml", tasks_client::DOCUMENT)?;
    let server = MockServer::builder(document).faults(faults);
    Ok(server.keep(TASKS * ATTEMPTS).start()?)
}

fn title(number: usize) -> String {
    format!("Task {number}")
}

async fn with_this_client(server: &MockServer) -> Result<(usize, usize), Box<dyn Error>> {
    let client = Client::builder().base_url(server.url()).token("any");
    let client = client.clock(Immediate).build()?;
    let (mut created, mut unknown) = (0, 0);
    for number in 0..TASKS {
        match client
            .create(NewPrototypeTask::builder().title(title(number)))
            .await
        {
            Ok(_) => created += 1,
            Err(error) if error.effect() == Effect::Unknown => unknown += 1,
            Err(_) => {}
        }
    }
    Ok((created, unknown))
}

async fn with_resends(server: &MockServer) -> Result<usize, Box<dyn Error>> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let url = format!("{}/prototype/platform/tasks", server.url());
    let mut created = 0;
    for number in 0..TASKS {
        for _ in 0..ATTEMPTS {
            let request = client.post(&url).bearer_auth("any");
            let request = request.json(&json!({"title": title(number)}));
            let response = request.send().await;
            if response.is_ok_and(|response| response.status().is_success()) {
                created += 1;
                break;
            }
        }
    }
    Ok(created)
}

fn row(name: &str, created: usize, unknown: usize, server: &MockServer) {
    let ledger = server.ledger();
    let titles = ledger.entries.iter().filter(|entry| entry.created);
    let titles: HashSet<_> = titles
        .filter_map(|entry| Some(entry.request.json()?["title"].to_string()))
        .collect();
    let duplicates = ledger.created as usize - titles.len();
    println!(
        "| {name} | {created} | {unknown} | {} | {duplicates} |",
        titles.len()
    );
}
