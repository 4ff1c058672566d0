use std::collections::BTreeMap;

use serde_json::Value;

use super::matched::Matched;
use super::template::{method_keys, nameless};
use crate::Node;
use crate::diff::lifecycle::Lifecycle;
use crate::diff::pair::Pair;
use crate::diff::tree::Tree;

/// Paths in which the same segment has another name.
pub(super) struct Rename<'d> {
    pub(super) segments: Pair<String>,
    pub(super) paths: Vec<Pair<(&'d str, Node<'d>)>>,
}

/// Index of a lost path, index of a gained one, and whether their operations are recognizably the
/// same.
type Candidate = (usize, usize, bool);

/// Takes paths that were renamed with all of their operations out of those that only one side has.
///
/// Two paths may be one if they differ in one segment and have the same methods. They are one if
/// the operations of one path with that segment are recognizably the same, or if there are several
/// such paths and the segments are similar.
pub(super) fn renames<'d>(trees: &Pair<Tree<'d>>, matched: &mut Matched<'d>) -> Vec<Rename<'d>> {
    let mut groups: BTreeMap<(String, String), Vec<Candidate>> = BTreeMap::new();
    for (old, (path, node)) in matched.lost.iter().enumerate() {
        let Some(base) = trees.base.resolve(node).filter(|item| !is_announced(item)) else {
            continue;
        };
        for (new, (other, node)) in matched.gained.iter().enumerate() {
            let Some(segments) = renamed_segment(path, other) else {
                continue;
            };
            let revision = trees.revision.resolve(node);
            let Some(revision) = revision.filter(|item| !is_announced(item)) else {
                continue;
            };
            if let Some(same) = same_operations(&Pair::new(base.clone(), revision)) {
                let key = (segments.base, segments.revision);
                groups.entry(key).or_default().push((old, new, same));
            }
        }
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    // First the segment that explains the most paths.
    groups.sort_by_key(|(_, paths)| std::cmp::Reverse(paths.len()));
    let mut taken = (Vec::new(), Vec::new());
    let mut renames = Vec::new();
    for ((base, revision), mut paths) in groups {
        paths.retain(|(old, new, _)| !taken.0.contains(old) && !taken.1.contains(new));
        let is_similar = paths.len() > 1 && are_similar(&base, &revision);
        if !is_similar && !paths.iter().any(|(_, _, same)| *same) {
            continue;
        }
        let mut rename = Rename {
            segments: Pair::new(base, revision),
            paths: Vec::new(),
        };
        for (old, new, _) in paths {
            if taken.0.contains(&old) || taken.1.contains(&new) {
                continue;
            }
            taken.0.push(old);
            taken.1.push(new);
            let pair = Pair::new(matched.lost[old].clone(), matched.gained[new].clone());
            rename.paths.push(pair);
        }
        renames.push(rename);
    }
    let mut index = 0;
    matched.lost.retain(|_| {
        index += 1;
        !taken.0.contains(&(index - 1))
    });
    index = 0;
    matched.gained.retain(|_| {
        index += 1;
        !taken.1.contains(&(index - 1))
    });
    renames
}

/// The only segment in which two paths differ. The names of parameters are not sent.
fn renamed_segment(base: &str, revision: &str) -> Option<Pair<String>> {
    let paths = Pair::new(nameless(base), nameless(revision));
    let segments = paths
        .as_ref()
        .map(|path| path.split('/').collect::<Vec<_>>());
    if segments.base.len() != segments.revision.len() {
        return None;
    }
    let zipped = segments.base.iter().zip(&segments.revision);
    let mut different = zipped.filter(|(old, new)| old != new);
    let (old, new) = different.next()?;
    let is_literal = |segment: &str| !segment.contains('{') && !segment.is_empty();
    let single = different.next().is_none() && is_literal(old) && is_literal(new);
    single.then(|| Pair::new((*old).to_owned(), (*new).to_owned()))
}

/// Whether an operation of the path was announced to be removed.
fn is_announced(item: &Node<'_>) -> bool {
    method_keys().any(|method| {
        let operation = item.get(method);
        operation.is_some_and(|operation| Lifecycle::of(&operation).deprecated)
    })
}

/// Whether two path items with the same methods have recognizably the same operations. `None` if
/// the methods differ.
fn same_operations(items: &Pair<Node<'_>>) -> Option<bool> {
    let mut any = false;
    let mut same = true;
    for method in method_keys() {
        let operations = items.as_ref().map(|item| item.get(method));
        if operations.base.is_some() != operations.revision.is_some() {
            return None;
        }
        let Some(operations) = operations.both() else {
            continue;
        };
        any = true;
        let ids = operations
            .as_ref()
            .map(|node| node.str("operationId"))
            .both();
        let is_named_alike = ids.is_some_and(|ids| are_similar(ids.base, ids.revision));
        let essences = operations.as_ref().map(|node| essence(node.value));
        same &= is_named_alike || (has_content(operations.base.value) && !essences.differs());
    }
    any.then_some(same)
}

fn are_similar(base: &str, revision: &str) -> bool {
    strsim::jaro_winkler(base, revision) > 0.85
}

/// Whether an operation has anything by which it can be recognized.
fn has_content(operation: &Value) -> bool {
    let responses = operation.get("responses").and_then(Value::as_object);
    let mut responses = responses
        .into_iter()
        .flat_map(|responses| responses.values());
    let has = |key: &str| operation.get(key).is_some();
    has("requestBody")
        || has("parameters")
        || responses
            .any(|response| response.get("content").is_some() || response.get("$ref").is_some())
}

/// An operation without the members that often change with its name.
fn essence(operation: &Value) -> Value {
    let mut operation = operation.clone();
    if let Some(members) = operation.as_object_mut() {
        for key in ["operationId", "summary", "description", "tags"] {
            members.remove(key);
        }
    }
    operation
}
