//! Pairs of documents, from the files of `tests/diff`.

use std::path::{Path, PathBuf};

use oas::Document;

pub(crate) fn fixtures() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff");
    let entries = directory.read_dir().expect("the fixtures are there");
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "yaml")
    });
    paths.sort();
    paths
}

/// Reads a fixture: one file with both sides, so that they are next to each other.
pub(crate) fn pair(path: &Path) -> [Document; 2] {
    let both = Document::load(path).expect("a fixture is readable");
    ["base", "revision"].map(|side| {
        let text = both
            .root()
            .get(side)
            .map(ToString::to_string)
            .unwrap_or_default();
        Document::parse(side, text).expect("what was read once is read again")
    })
}
