//! What several tests of the comparison hold it to.

use oas::Document;
use oas::diff::{Change, changes};

/// Asserts that what leads from revision to base is the mirror of what leads from base to revision.
pub(crate) fn assert_mirrored(name: &str, base: &Document, revision: &Document) {
    let back = sorted(changes(revision, base));
    let mirrored = sorted(
        changes(base, revision)
            .into_iter()
            .map(Change::mirrored)
            .collect(),
    );
    assert_eq!(back, mirrored, "{name}: the way back is not the mirror");
}

fn sorted(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_cached_key(|change| format!("{change:?}"));
    changes
}
