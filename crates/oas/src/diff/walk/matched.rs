use super::collect::Walk;
use crate::Node;
use crate::diff::change::{Edit, Kind};
use crate::diff::relation::Relation;
use crate::diff::site::Site;

/// The members of an object on both sides, matched by name.
pub(super) struct Matched<'d> {
    pub(super) both: Vec<(&'d str, Node<'d>, Node<'d>)>,
    pub(super) lost: Vec<(&'d str, Node<'d>)>,
    pub(super) gained: Vec<(&'d str, Node<'d>)>,
    /// What holds the members, or would.
    pub(super) base: Node<'d>,
    pub(super) revision: Node<'d>,
}

impl<'d> Walk<'d> {
    /// Opens the objects at `keyword` on both sides and matches their members.
    pub(super) fn members(
        &mut self,
        keyword: &str,
        (base, revision): (&Node<'d>, &Node<'d>),
        same: impl Fn(&str, &str) -> bool,
    ) -> Matched<'d> {
        let (old, new) = (base.get(keyword), revision.get(keyword));
        if let Some(node) = &old {
            self.base.opened(node.value);
        }
        if let Some(node) = &new {
            self.revision.opened(node.value);
        }
        // Other objects are maps: whatever stands there is a member, a header `X-Count` as well.
        let extensible = matches!(keyword, "paths" | "responses");
        let is_member = |name: &str| !extensible || !name.starts_with("x-");
        let list = |node: &Option<Node<'d>>| {
            let members = node.iter().flat_map(Node::members);
            members
                .filter(|(name, _)| is_member(name))
                .collect::<Vec<_>>()
        };
        let mut matched = Matched {
            both: Vec::new(),
            lost: Vec::new(),
            gained: list(&new),
            base: old.clone().unwrap_or_else(|| base.clone()),
            revision: new.unwrap_or_else(|| revision.clone()),
        };
        for (name, node) in list(&old) {
            match matched
                .gained
                .iter()
                .position(|(other, _)| same(name, other))
            {
                Some(index) => {
                    let (_, other) = matched.gained.remove(index);
                    matched.both.push((name, node, other));
                }
                None => matched.lost.push((name, node)),
            }
        }
        matched
    }

    /// Notes the members that only one side has. `relation` is what their coming does.
    pub(super) fn lone_members(
        &mut self,
        matched: &Matched<'d>,
        relation: Relation,
        mut what: impl FnMut(&Self, &str, &Node<'d>, Edit) -> (Kind, Site),
    ) {
        for (name, node) in &matched.lost {
            self.saw_lone(Some(node), None);
            let (kind, site) = what(self, name, node, Edit::Removed);
            let fact = (Edit::Removed, relation.mirrored());
            self.fact(kind, fact, (node, &matched.revision), site);
        }
        for (name, node) in &matched.gained {
            self.saw_lone(None, Some(node));
            let (kind, site) = what(self, name, node, Edit::Added);
            self.fact(kind, (Edit::Added, relation), (&matched.base, node), site);
        }
    }
}
