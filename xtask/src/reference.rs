use std::{fs, path::Path};

use anyhow::{Context, Result};
use oas::Document;

/// The page, relative to the workspace.
pub(crate) const PATH: &str = "openapi/reference.md";

const DOCUMENT: &str = "openapi/tasks.yaml";

/// The reference page as it is generated from the document.
pub(crate) fn page(root: &Path) -> Result<String> {
    let document =
        Document::load(&root.join(DOCUMENT)).with_context(|| format!("generate {PATH}"))?;
    let page = oas::reference(&document);
    Ok(format!(
        "<!-- Written by `cargo xtask generate` from {DOCUMENT}. Edit that, and run it again. -->\n\n{page}"
    ))
}

/// Whether the page in the workspace is the one that is generated.
pub(crate) fn is_fresh(root: &Path) -> Result<bool> {
    let written = fs::read_to_string(root.join(PATH)).unwrap_or_default();
    Ok(written == page(root)?)
}

/// Writes the page.
pub(crate) fn write(root: &Path) -> Result<()> {
    fs::write(root.join(PATH), page(root)?).with_context(|| format!("write {PATH}"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn the_reference_page_is_fresh() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let fresh = super::is_fresh(&root).unwrap();
        assert!(
            fresh,
            "{} is stale: run `cargo xtask generate`",
            super::PATH
        );
    }
}
