//! Code samples elsewhere are compiled code of this crate.

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use oas::{Document, Node};

#[test]
fn the_document_shows_the_example() -> Result<(), Box<dyn std::error::Error>> {
    let document = Document::parse("openapi/tasks.yaml", tasks_client::DOCUMENT)?;
    let operation = document
        .operations()
        .next()
        .ok_or("the document has no operation")?;
    let is_rust = |sample: &Node<'_>| sample.str("lang") == Some("Rust");
    let sample = operation.node().items_of("x-codeSamples").find(is_rust);
    let shown = sample.as_ref().and_then(|sample| sample.str("source"));
    assert_eq!(
        shown,
        Some(include_str!("../../examples/create.rs")),
        "copy crates/tasks-client/examples/create.rs to `x-codeSamples` in openapi/tasks.yaml"
    );
    Ok(())
}

#[test]
fn readme_shows_the_example() -> Result<(), Box<dyn std::error::Error>> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(readme)?;
    let shown = readme.split("```rust\n").nth(1);
    let shown = shown.and_then(|rest| rest.split("```").next());
    let (_, example) = include_str!("../../examples/effect.rs")
        .split_once(")]\n\n")
        .ok_or("the example has no attributes")?;
    assert_eq!(
        shown,
        Some(example),
        "copy crates/tasks-client/examples/effect.rs to README.md"
    );
    Ok(())
}

/// Runs the example, which `cargo test` and `cargo nextest` build with the tests of the package.
fn run_example(base_url: &str) -> std::io::Result<Output> {
    let test = std::env::current_exe()?;
    let folder = test.ancestors().nth(2).unwrap_or(&test).join("examples");
    let mut command = Command::new(folder.join("effect").with_extension(EXE_EXTENSION));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("TASKS_") {
            command.env_remove(name);
        }
    }
    command
        .env("TASKS_TOKEN", "any")
        .env("TASKS_BASE_URL", base_url);
    command.output()
}

#[test]
fn example_creates_a_task_on_the_mock_server() -> Result<(), Box<dyn std::error::Error>> {
    let server = mock_server::MockServer::start(tasks_client::DOCUMENT)?;
    let output = run_example(server.url())?;
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stdout.starts_with(b"created "), "{output:?}");
    assert_eq!(server.ledger().created, 1);
    Ok(())
}

#[test]
fn example_prints_causes_and_exits_with_the_effect() -> Result<(), Box<dyn std::error::Error>> {
    // A port on which nothing listens.
    let closed = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let output = run_example(&format!("http://{closed}"))?;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let shown = String::from_utf8_lossy(&output.stderr);
    assert!(shown.contains("(not applied"), "{shown}");
    assert!(shown.contains("\ncaused by: "), "{shown}");

    let server = mock_server::MockServer::start(tasks_client::DOCUMENT)?;
    server.script([mock_server::fault::Fault::status(500)]);
    let output = run_example(server.url())?;
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let output = run_example("not an address")?;
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    Ok(())
}
