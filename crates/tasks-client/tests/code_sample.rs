//! The Rust sample that the document shows is the example of this crate, which is compiled and run.

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
        Some(include_str!("../examples/create.rs")),
        "copy crates/tasks-client/examples/create.rs to `x-codeSamples` in openapi/tasks.yaml"
    );
    Ok(())
}
