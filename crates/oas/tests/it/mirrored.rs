//! Assertions that several tests of the comparison share.

use oas::Document;
use oas::diff::{Difference, Edit, Relation, differences};

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
    let back = sorted(differences(revision, base).iter().map(key).collect());
    let mirrored = sorted(
        differences(base, revision)
            .iter()
            .map(mirrored_key)
            .collect(),
    );
    assert_eq!(back, mirrored, "{name}: not the mirror");
}

fn key(difference: &Difference) -> Key {
    (
        difference.fact.name().to_owned(),
        difference.edit,
        difference.relation,
        difference.base.to_string(),
        difference.revision.to_string(),
        difference.before.clone(),
        difference.after.clone(),
    )
}

fn mirrored_key(difference: &Difference) -> Key {
    let (name, edit, relation, base, revision, before, after) = key(difference);
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

fn sorted(mut differences: Vec<Key>) -> Vec<Key> {
    differences.sort_by_cached_key(|difference| format!("{difference:?}"));
    differences
}
