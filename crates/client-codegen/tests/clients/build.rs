//! Generates the clients.

use std::{env, error::Error, fs, path::Path};

use client_codegen::{Settings, build_with, generate};

/// The document of tasks-client.
const TASKS: &str = "../../../../openapi/tasks.yaml";

/// An operation that it does not have.
const OPERATION: &str = "operation.yaml";

const SERVICES: &str = "services.yaml";

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let extended = Path::new(&out).join("extended.yaml");
    fs::write(&extended, extended_document()?)?;
    build_with(
        &extended,
        &Settings::new("crate::extended").facade().blocking(),
    )?;
    // Its deviations from the document are asserted by a test, and not printed as warnings.
    println!("cargo::rerun-if-changed={SERVICES}");
    let services = fs::read_to_string(SERVICES)?;
    let services = generate(&services, &Settings::new("crate::services").facade())?;
    fs::write(Path::new(&out).join("services.rs"), services.source)?;
    Ok(())
}

/// The document of tasks-client with one more operation, at the end of its paths.
fn extended_document() -> Result<String, Box<dyn Error>> {
    for path in [TASKS, OPERATION] {
        println!("cargo::rerun-if-changed={path}");
    }
    let (tasks, operation) = (fs::read_to_string(TASKS)?, fs::read_to_string(OPERATION)?);
    let Some((paths, components)) = tasks.split_once("\ncomponents:\n") else {
        return Err(format!("{TASKS} has no line `components:`").into());
    };
    Ok(format!("{paths}\n{operation}\ncomponents:\n{components}"))
}
