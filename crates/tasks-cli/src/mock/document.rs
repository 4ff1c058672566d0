use std::path::Path;

use anyhow::{anyhow, bail};
use mock_server::Document;

/// Reads the document to serve, with the files that it references.
pub(super) fn read(path: Option<&Path>) -> anyhow::Result<Document> {
    let document = match path {
        Some(path) => oas_cli::open_servable(&path.to_string_lossy(), &oas_cli::Access::default()),
        None => Document::parse("the built-in document", tasks_client::DOCUMENT)
            .map_err(anyhow::Error::from),
    };
    let document = document.map_err(|error| anyhow!("failed to {error:#}"))?;
    if !(document.root().get("paths")).is_some_and(|paths| paths.is_object()) {
        bail!(
            "failed to read {}: `paths` is missing: expected an object with the operations",
            document.name()
        );
    }
    Ok(document)
}
