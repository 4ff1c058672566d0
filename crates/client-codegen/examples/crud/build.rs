//! Generates the client from the document.

use client_codegen::{BuildError, Settings};

fn main() -> Result<(), BuildError> {
    // Without a blocking client: client_codegen::build("widgets.yaml", "crate::widgets")
    client_codegen::build_with("widgets.yaml", &Settings::new("crate::widgets").blocking())
}
