use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::collect::Walk;
use crate::diff::change::{Edit, Kind, SecurityKind};
use crate::diff::relation::{Certainty, Relation};
use crate::diff::site::{OperationName, Place, Site};
use crate::{Node, Pointer};

/// What a caller has to prove, by scheme: all of it.
type Alternative<'d> = BTreeMap<&'d str, BTreeSet<&'d str>>;

impl<'d> Walk<'d> {
    /// Compares what an operation asks of its callers, by itself or by the document.
    pub(super) fn security(
        &mut self,
        name: &Arc<OperationName>,
        (base, revision): (&Node<'d>, &Node<'d>),
    ) {
        self.saw_keyword("security", (base, revision));
        let (base_root, revision_root) = (self.base.root(), self.revision.root());
        let global = base.get("security").is_none() && revision.get("security").is_none();
        let written = |node: &Node<'d>, root: &Node<'d>| {
            node.get("security").or_else(|| root.get("security"))
        };
        let (old, new) = (written(base, &base_root), written(revision, &revision_root));
        let place = |node: &Option<Node<'d>>, operation: &Node<'d>, root: &Node<'d>| {
            let home = || {
                if global {
                    root.pointer.clone()
                } else {
                    operation.pointer.clone()
                }
            };
            node.as_ref().map_or_else(home, |node| node.pointer.clone())
        };
        let places = (
            place(&old, base, &base_root),
            place(&new, revision, &revision_root),
        );
        let site = Site::of(Some(name), Place::Operation);
        self.requirements((old, new), &places, global, &site);
    }

    /// The document's own requirements, for when no operation is left that asks for them.
    pub(super) fn global_security(&mut self, (base, revision): (&Node<'d>, &Node<'d>)) {
        self.saw_keyword("security", (base, revision));
        let known = self.collected.iter().any(|collected| {
            matches!(
                collected.change.kind,
                Kind::Security(
                    SecurityKind::Requirement { global: true, .. }
                        | SecurityKind::Scope { global: true, .. }
                )
            )
        });
        if known {
            return;
        }
        let (old, new) = (base.get("security"), revision.get("security"));
        let place = |node: &Option<Node<'d>>| {
            node.as_ref()
                .map(|node| node.pointer.clone())
                .unwrap_or_default()
        };
        let places = (place(&old), place(&new));
        let from = self.collected.len();
        self.requirements((old, new), &places, true, &Site::of(None, Place::Document));
        // Nobody is asked, so nobody is kept out.
        for collected in &mut self.collected[from..] {
            collected.change.relation = Relation::EQUAL;
        }
    }

    fn requirements(
        &mut self,
        (old, new): (Option<Node<'d>>, Option<Node<'d>>),
        places: &(Pointer, Pointer),
        global: bool,
        site: &Site,
    ) {
        let (base, revision) = (Alternatives::of(old), Alternatives::of(new));
        let mut gained = revision.without(&base);
        for alternative in base.without(&revision) {
            let schemes = |one: &Alternative<'d>| one.keys().copied().collect::<Vec<_>>();
            let same = gained
                .iter()
                .position(|other| schemes(other) == schemes(alternative));
            if let Some(index) = same {
                let other = gained.remove(index);
                let shut_out = (revision.shuts_out(alternative), base.shuts_out(other));
                self.scopes((alternative, other), shut_out, (places, global), site);
                continue;
            }
            let relation = Relation {
                loses: revision.shuts_out(alternative),
                gains: revision.barred_by(&base),
            };
            self.requirement(Edit::Removed, relation, (alternative, places, global), site);
        }
        for alternative in gained {
            let relation = Relation {
                loses: base.barred_by(&revision),
                gains: base.shuts_out(alternative),
            };
            self.requirement(Edit::Added, relation, (alternative, places, global), site);
        }
    }

    fn requirement(
        &mut self,
        edit: Edit,
        relation: Relation,
        (alternative, places, global): (&Alternative<'d>, &(Pointer, Pointer), bool),
        site: &Site,
    ) {
        let kind = SecurityKind::Requirement {
            name: spelled(alternative),
            global,
        };
        let kind = Kind::Security(kind);
        self.fact_with(
            kind,
            (edit, relation),
            places.clone(),
            (None, None),
            site.clone(),
        );
    }

    fn scopes(
        &mut self,
        (base, revision): (&Alternative<'d>, &Alternative<'d>),
        (loses, gains): (Certainty, Certainty),
        (places, global): (&(Pointer, Pointer), bool),
        site: &Site,
    ) {
        for (scheme, old) in base {
            let Some(new) = revision.get(scheme) else {
                continue;
            };
            let more = Relation {
                loses,
                gains: Certainty::No,
            };
            let less = Relation {
                loses: Certainty::No,
                gains,
            };
            let lost = old
                .difference(new)
                .map(|scope| (scope, Edit::Removed, less));
            let gained = new.difference(old).map(|scope| (scope, Edit::Added, more));
            for (scope, edit, relation) in lost.chain(gained) {
                let kind = SecurityKind::Scope {
                    name: format!("{scheme}:{scope}"),
                    global,
                };
                let kind = Kind::Security(kind);
                self.fact_with(
                    kind,
                    (edit, relation),
                    places.clone(),
                    (None, None),
                    site.clone(),
                );
            }
        }
    }
}

/// What one side asks for: one of these.
struct Alternatives<'d> {
    written: Vec<Alternative<'d>>,
}

impl<'d> Alternatives<'d> {
    fn of(node: Option<Node<'d>>) -> Self {
        let scopes = |node: Node<'d>| {
            let scopes = node.items();
            scopes.filter_map(|scope| scope.value.as_str()).collect()
        };
        let read = |item: Node<'d>| -> Alternative<'d> {
            let members = item.members();
            members
                .map(|(scheme, node)| (scheme, scopes(node)))
                .collect()
        };
        Self {
            written: node.iter().flat_map(Node::items).map(read).collect(),
        }
    }

    /// Those that the other side does not have.
    fn without(&self, other: &Self) -> Vec<&Alternative<'d>> {
        let written = self.written.iter();
        written.filter(|one| !other.written.contains(one)).collect()
    }

    /// Whether who can prove this much gets in.
    fn admits(&self, held: &Alternative<'_>) -> bool {
        self.written.is_empty() || self.written.iter().any(|asked| is_met(asked, held))
    }

    /// Whether this side keeps out who can prove just what the other side's alternative asks.
    fn shuts_out(&self, alternative: &Alternative<'_>) -> Certainty {
        if self.admits(alternative) {
            Certainty::No
        } else {
            Certainty::Yes
        }
    }

    /// Whether this side asks for nothing, and the other keeps out who proves nothing.
    fn barred_by(&self, other: &Self) -> Certainty {
        if self.written.is_empty() && !other.admits(&Alternative::new()) {
            Certainty::Yes
        } else {
            Certainty::No
        }
    }
}

fn is_met(asked: &Alternative<'_>, held: &Alternative<'_>) -> bool {
    asked
        .iter()
        .all(|(scheme, scopes)| held.get(scheme).is_some_and(|held| scopes.is_subset(held)))
}

fn spelled(alternative: &Alternative<'_>) -> String {
    let names: Vec<&str> = alternative.keys().copied().collect();
    if names.is_empty() {
        "nothing".to_owned()
    } else {
        names.join(" and ")
    }
}
