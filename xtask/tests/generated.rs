//! The clients that the proofs of rules compile are those that are generated today.

#[path = "proofs/blocks.rs"]
mod blocks;
#[path = "proofs/generators.rs"]
mod generators;

use std::{fs, path::Path};

use anyhow::{Context, Result};

use self::{
    blocks::bad,
    generators::{ours, progenitors},
};

/// Where the generated source is, in this package.
const PATH: &str = "tests/proofs/generated.rs";

/// The rules that warn of what shows only when the client runs, and which bad block shows it.
const USED: [(&str, usize); 14] = [
    ("additional-properties-false-on-response", 0),
    ("additional-properties-true-dropped", 0),
    ("any-of-scalars", 0),
    ("component-name-clash", 0),
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
];

/// The one trouble of them that our generator mends, so that only progenitor by itself has it.
const MENDED: &str = "default-always-sent";

#[test]
fn the_compiled_clients_of_bad_documents_are_fresh() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PATH);
    let source = source()?;
    if std::env::var_os("INSTA_UPDATE").is_some_and(|value| value == "always") {
        fs::write(&path, &source)?;
    }
    assert!(
        source == fs::read_to_string(&path).unwrap_or_default(),
        "run `cargo xtask generate` and review the difference\nstale: xtask/{PATH}"
    );
    Ok(())
}

/// A module for each of these rules, with the client of its bad block.
fn source() -> Result<String> {
    let mut source =
        "// The clients of documents that rules warn of. Written by `cargo xtask generate`.\n"
            .to_owned();
    for (id, index) in USED {
        let name = id.replace('-', "_");
        let text = bad(id, index).context(id)?;
        let client = ours(&text, &format!("crate::generated::{name}")).context(id)?;
        source += &format!("pub mod {name} {{\n{client}}}\n");
    }
    let text = bad(MENDED, 0).context(MENDED)?;
    let client = progenitors(&text).context(MENDED)?;
    source += &format!("pub mod {} {{\n{client}}}\n", MENDED.replace('-', "_"));
    Ok(source)
}
