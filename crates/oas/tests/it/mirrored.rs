//! Assertions that several tests of the comparison share.

use oas::Document;
use oas::diff::{Change, Edit, Relation, changes};

/// A change without its kind, as seen from base to revision.
type Key = (
    String,
    Edit,
    Relation,
    String,
    String,
    Option<String>,
    Option<String>,
);

/// Asserts that the changes from revision to base mirror those from base to revision.
pub(crate) fn assert_mirrored(name: &str, base: &Document, revision: &Document) {
    let back = sorted(changes(revision, base).iter().map(key).collect());
    let mirrored = sorted(changes(base, revision).iter().map(mirrored_key).collect());
    assert_eq!(back, mirrored, "{name}: not the mirror");
}

fn key(change: &Change) -> Key {
    (
        change.fact.name().to_owned(),
        change.edit,
        change.relation,
        change.base.to_string(),
        change.revision.to_string(),
        change.before.clone(),
        change.after.clone(),
    )
}

fn mirrored_key(change: &Change) -> Key {
    let (name, edit, relation, base, revision, before, after) = key(change);
    (
        name,
        edit.mirrored(),
        relation.mirrored(),
        revision,
        base,
        after,
        before,
    )
}

fn sorted(mut changes: Vec<Key>) -> Vec<Key> {
    changes.sort_by_cached_key(|change| format!("{change:?}"));
    changes
}
