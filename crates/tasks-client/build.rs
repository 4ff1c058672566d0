//! Generates the client from the document.

use std::{env, error::Error, fs, path::Path};

use client_codegen::Settings;

#[path = "build/link.rs"]
mod link;

const DOCUMENT: &str = "openapi/tasks.yaml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DOCUMENT}");
    let settings = Settings::new("crate::generated")
        .custom_builder()
        .blocking_feature("blocking")
        .schemars_feature("schemars")
        .strict();
    let (file, document) = match link::read(Path::new(DOCUMENT)) {
        Ok(read) => read,
        Err(error) => {
            println!("cargo::error=failed to {error}");
            return Ok(());
        }
    };
    println!("cargo::rerun-if-changed={}", file.display());
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("tasks.yaml"), &document)?;
    match client_codegen::generate(&document, &settings) {
        Ok(generated) => {
            for note in &generated.notes {
                println!("cargo::warning={DOCUMENT}: {note}");
            }
            fs::write(out.join("generated.rs"), generated.source)?;
        }
        Err(error) => println!("cargo::error=failed to {error}, in {DOCUMENT}"),
    }
    Ok(())
}
