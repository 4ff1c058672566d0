//! The sources that other tests compile are those that are generated today.

use std::{error::Error, fs, path::Path};

use client_codegen::{Settings, generate};

#[test]
fn the_compiled_source_of_orders_is_fresh() -> Result<(), Box<dyn Error>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/orders");
    let document = fs::read_to_string(directory.join("orders.yaml"))?;
    let source = generate(&document, &Settings::new("crate::client"))?;
    if std::env::var_os("INSTA_UPDATE").is_some_and(|value| value == "always") {
        fs::write(directory.join("client.rs"), &source)?;
    }
    let compiled = fs::read_to_string(directory.join("client.rs"))?;
    assert!(
        source == compiled,
        "run `cargo xtask generate` and review the difference\nstale: crates/client-codegen/tests/orders/client.rs"
    );
    Ok(())
}
