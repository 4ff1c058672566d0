//! The clients that the proofs of lint rules compile: one for each rule whose defect shows only
//! when the client runs.

use anyhow::{Context as _, Result};
use oas::lint::RULES;
use progenitor::{GenerationSettings, Generator, InterfaceStyle};

/// Relative to the workspace.
pub(super) const PATH: &str = "xtask/tests/proofs/generated.rs";

/// The rules whose defect shows only when the client runs, and the bad block that shows it.
const USED: [(&str, usize); 16] = [
    ("additional-properties-false-on-response", 0),
    ("additional-properties-true-dropped", 0),
    ("any-of-scalars", 0),
    ("component-name-clash", 0),
    ("default-always-sent", 0),
    ("enum-closed-in-response", 0),
    ("form-property-not-scalar", 0),
    ("inline-type-name-collision", 0),
    ("json-media-type-not-decoded", 0),
    ("length-limit-on-response", 0),
    ("minimum-one-in-response", 0),
    ("not-unsupported", 1),
    ("one-of-overlapping", 0),
    ("parameter-explode-ignored", 0),
    ("parameter-name-shared", 0),
    ("read-only-required-in-request", 0),
];

/// Returns the source: one module per rule, with the client that progenitor by itself generates
/// from its bad block. client-codegen avoids some of the defects.
pub(super) fn source() -> Result<String> {
    let mut source =
        "// The clients of documents that rules warn of. Written by `cargo xtask generate`.\n"
            .to_owned();
    for (id, index) in USED {
        let name = id.replace('-', "_");
        let document = bad(id, index).context(id)?;
        let client = plain(&document).context(id)?;
        source += &format!("pub mod {name} {{\n{client}}}\n");
    }
    Ok(source)
}

/// Returns a bad block of a rule's documentation, completed to a document.
fn bad(id: &str, index: usize) -> Option<String> {
    let rule = RULES.iter().find(|rule| rule.id == id)?;
    let block = rule.documentation.split("\n```yaml,bad\n").nth(index + 1)?;
    let block = block.split("\n```").next()?;
    let paths = match block.contains("paths:\n") {
        true => "",
        false => "paths: {}\n",
    };
    Some(format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{paths}{block}\n"
    ))
}

/// Returns the source that progenitor generates by itself.
fn plain(document: &str) -> Result<String> {
    let api: openapiv3::OpenAPI = serde_yaml::from_str(document)?;
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Builder);
    let tokens = Generator::new(&settings).generate_tokens(&api)?;
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}
