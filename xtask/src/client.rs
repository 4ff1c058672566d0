//! The client of `openapi/tasks.yaml`, as the build script of tasks-client generates it.

use client_codegen::{Error, Settings};

/// Folder of the snapshots of the generated client, relative to the workspace.
pub(crate) const SNAPSHOTS: &str = "crates/tasks-client/tests/snapshots/generated";

/// The test that compares the snapshots with the compiled source. insta writes it into each header.
const TEST: &str = "crates/tasks-client/tests/client/generated.rs";

/// Returns the source of the client. The settings must be those of `crates/tasks-client/build.rs`;
/// otherwise, every snapshot is stale.
pub(crate) fn generate(text: &str) -> Result<String, Error> {
    let settings = Settings::new("crate::generated")
        .custom_builder()
        .blocking_feature("blocking")
        .schemars_feature("schemars")
        .strict();
    client_codegen::generate(text, &settings).map(|generated| generated.source)
}

/// Returns the path and the content of a snapshot file, in insta's format.
pub(crate) fn snapshot(name: &str, content: &str) -> (String, String) {
    let path = format!("{SNAPSHOTS}/{name}.snap");
    let text = format!("---\nsource: {TEST}\n---\n{}\n", content.trim_end());
    (path, text)
}
