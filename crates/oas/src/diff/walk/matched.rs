//! The members of objects and lists on both sides, matched.

use std::collections::HashMap;

use super::walker::{Walk, or_container, pointers};
use crate::Node;
use crate::diff::difference::Fact;
use crate::diff::kinds::Kind;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::Site;

/// The members of an object on both sides, matched by name.
pub(super) struct Matched<'d> {
    pub(super) both: Vec<(&'d str, Pair<Node<'d>>)>,
    pub(super) lost: Vec<(&'d str, Node<'d>)>,
    pub(super) gained: Vec<(&'d str, Node<'d>)>,
    /// The objects that contain the members, or would contain them.
    pub(super) containers: Pair<Node<'d>>,
}

/// Opens the objects at `keyword` on both sides and matches their members.
pub(super) fn members<'d>(
    walk: &mut Walk<'d>,
    keyword: &str,
    nodes: &Pair<Node<'d>>,
    same: impl Fn(&str, &str) -> bool,
) -> Matched<'d> {
    let found = walk.containers(keyword, nodes);
    // Other objects are maps: every key is a member, a header `x-count` as well.
    let extensible = matches!(keyword, "paths" | "responses");
    let is_member = |name: &str| !extensible || !name.starts_with("x-");
    let list = |node: &Option<Node<'d>>| {
        let members = node.iter().flat_map(Node::members);
        members
            .filter(|(name, _)| is_member(name))
            .collect::<Vec<_>>()
    };
    let Pair { base, mut revision } = found.as_ref().map(list);
    let (mut both, mut lost) = (Vec::new(), Vec::new());
    // In the usual order, the counterpart is the first one that is left.
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    if revision.len() > 16 {
        let names = revision.iter().enumerate();
        by_name.extend(names.map(|(index, (name, _))| (*name, index)));
    }
    let mut taken = vec![false; revision.len()];
    for (name, node) in base {
        let exact = by_name.get(name).copied().filter(|index| !taken[*index]);
        let index = exact.or_else(|| {
            let mut all = revision.iter().enumerate();
            let found = all.find(|(index, (other, _))| !taken[*index] && same(name, other));
            found.map(|(index, _)| index)
        });
        match index {
            Some(index) => {
                taken[index] = true;
                let pair = Pair::new(node, revision[index].1.clone());
                if revision[index].0 != name {
                    walk.equal(Normalisation::NameWritten, pointers(&pair));
                }
                both.push((name, pair));
            }
            None => lost.push((name, node)),
        }
    }
    let mut index = 0;
    revision.retain(|_| {
        index += 1;
        !taken[index - 1]
    });
    Matched {
        both,
        lost,
        gained: revision,
        containers: or_container(found, nodes),
    }
}

/// Reports the members that only one side has. `relation` is the effect of adding one.
pub(super) fn lone_members<'d, F: Into<Fact>>(
    walk: &mut Walk<'d>,
    matched: &Matched<'d>,
    relation: Relation,
    mut what: impl FnMut(&Walk<'d>, &'d str, &Node<'d>, Edit) -> (F, Site),
) {
    for (name, node) in &matched.lost {
        let (fact, site) = what(walk, name, node, Edit::Removed);
        let nodes = Pair::new(node.clone(), matched.containers.revision.clone());
        walk.note(fact, (Edit::Removed, relation.mirrored()), &nodes, &site);
    }
    for (name, node) in &matched.gained {
        let (fact, site) = what(walk, name, node, Edit::Added);
        let nodes = Pair::new(matched.containers.base.clone(), node.clone());
        walk.note(fact, (Edit::Added, relation), &nodes, &site);
    }
}

/// Matches the objects of a list by a key, in any order. Returns those of both sides, and
/// reports the others.
pub(super) fn list<'d>(
    walk: &mut Walk<'d>,
    keyword: &str,
    key: &str,
    kinds: (Kind, Kind),
    nodes: &Pair<Node<'d>>,
    site: &Site,
) -> Vec<Pair<Node<'d>>> {
    let found = walk.containers(keyword, nodes);
    let items = found
        .as_ref()
        .map(|node| node.iter().flat_map(Node::items).collect::<Vec<_>>());
    let mut gained = items.revision;
    let (mut both, mut lost) = (Vec::new(), Vec::new());
    let mut is_ordered = true;
    for item in items.base {
        let same = |other: &Node<'d>| other.str(key) == item.str(key);
        match gained.iter().position(same) {
            Some(index) => {
                is_ordered &= index == 0;
                both.push(Pair::new(item, gained.remove(index)));
            }
            None => lost.push((item.str(key).unwrap_or_default(), item)),
        }
    }
    for pair in &both {
        walk.explained(key, pair);
    }
    if !is_ordered && lost.is_empty() && gained.is_empty() {
        walk.equal(
            Normalisation::ListOrder,
            pointers(&or_container(found.clone(), nodes)),
        );
    }
    let named = |item: Node<'d>| (item.str(key).unwrap_or_default(), item);
    let matched = Matched {
        both: Vec::new(),
        lost,
        gained: gained.into_iter().map(named).collect(),
        containers: or_container(found, nodes),
    };
    lone_members(walk, &matched, Relation::EQUAL, |_, name, _, edit| {
        let kind = edit.pick(kinds.0, kinds.1, kinds.0);
        ((kind, name), site.clone())
    });
    both
}
