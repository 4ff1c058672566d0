use std::fs;

use anyhow::{Context, Result};
use oas::Document;

use crate::workspace::{DOCUMENT, read, root};

/// The page, by its path in the workspace.
pub(crate) const PATH: &str = "openapi/reference.md";

/// The reference page as it is generated from the document.
pub(crate) fn page() -> Result<String> {
    let document = Document::from_bytes(DOCUMENT, read(DOCUMENT)?)?;
    let page = oas::reference(&document);
    Ok(format!(
        "<!-- Written by `cargo xtask generate` from {DOCUMENT}. Edit that, and run it again. -->\n\n{page}"
    ))
}

/// Whether the page in the workspace is the one that is generated.
pub(crate) fn is_fresh() -> Result<bool> {
    let written = fs::read_to_string(root().join(PATH)).unwrap_or_default();
    Ok(written == page()?)
}

/// Writes the page.
pub(crate) fn write() -> Result<()> {
    fs::write(root().join(PATH), page()?).with_context(|| format!("write {PATH}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_reference_page_is_fresh() {
        let fresh = super::is_fresh().unwrap();
        assert!(
            fresh,
            "{} is stale: run `cargo xtask generate`",
            super::PATH
        );
    }
}
