//! Generates the client from the document.

use std::{env, error::Error, fs, path::Path};

use client_codegen::Settings;

const DOCUMENT: &str = "openapi/tasks.yaml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DOCUMENT}");
    let settings = Settings::new("crate::generated")
        .inner_type("client_runtime::Exchange")
        .schemars_feature("schemars")
        .strict();
    match client_codegen::generate(&fs::read_to_string(DOCUMENT)?, &settings) {
        Ok(generated) => {
            for note in &generated.notes {
                println!("cargo::warning={DOCUMENT}: {note}");
            }
            fs::write(
                Path::new(&env::var("OUT_DIR")?).join("generated.rs"),
                generated.source,
            )?;
        }
        Err(error) => println!("cargo::error=failed to {error}, in {DOCUMENT}"),
    }
    Ok(())
}
