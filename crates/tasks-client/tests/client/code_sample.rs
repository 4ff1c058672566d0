//! The Rust that is shown elsewhere is Rust of this crate, which is compiled.

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

/// The guide is documentation of the crate, so its examples are compiled.
#[test]
fn the_readme_shows_the_guides_first_example() {
    let block = |text: &str, fence: &str| {
        let (_, rest) = text.split_once(fence)?;
        rest.split_once("\n```").map(|(block, _)| block.to_owned())
    };
    let readme = block(include_str!("../../../../README.md"), "```rust\n");
    assert!(readme.is_some());
    assert_eq!(
        readme,
        block(include_str!("../../src/guide.md"), "```no_run\n")
    );
}
