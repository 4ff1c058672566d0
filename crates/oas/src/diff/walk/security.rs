use std::collections::{BTreeMap, BTreeSet};

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
        name: &OperationName,
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
        let (base, revision) = (alternatives(old), alternatives(new));
        let (lost, gained) = (only_in(&base, &revision), only_in(&revision, &base));
        let mut gained = gained;
        for alternative in lost {
            let schemes = |one: &Alternative<'d>| one.keys().copied().collect::<Vec<_>>();
            let same = gained
                .iter()
                .position(|other| schemes(other) == schemes(alternative));
            match same {
                Some(index) => {
                    let other = gained.remove(index);
                    self.scopes((alternative, other), places, global, site);
                }
                None => {
                    let relation = Relation {
                        loses: shut_out(&base, &revision, alternative),
                        gains: Certainty::No,
                    };
                    self.requirement(Edit::Removed, relation, (alternative, places, global), site);
                }
            }
        }
        for alternative in gained {
            // What a caller with nothing in hand has to prove now, it did not have to before.
            let anonymous = Alternative::new();
            let barred = base.contains(&anonymous) && !revision.contains(&anonymous);
            let loses = if barred {
                Certainty::Yes
            } else {
                Certainty::No
            };
            let relation = Relation {
                loses,
                gains: shut_out(&revision, &base, alternative),
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
        places: &(Pointer, Pointer),
        global: bool,
        site: &Site,
    ) {
        for (scheme, old) in base {
            let Some(new) = revision.get(scheme) else {
                continue;
            };
            // The documents do not tell which scopes a caller's token has.
            let more = Relation {
                loses: Certainty::Maybe,
                gains: Certainty::No,
            };
            let lost = old
                .difference(new)
                .map(|scope| (scope, Edit::Removed, more.mirrored()));
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

/// The alternatives as written. No requirement at all is one that everybody meets.
fn alternatives<'d>(node: Option<Node<'d>>) -> Vec<Alternative<'d>> {
    let scopes = |node: Node<'d>| {
        node.items()
            .filter_map(|scope| scope.value.as_str())
            .collect()
    };
    let read = |item: Node<'d>| -> Alternative<'d> {
        item.members()
            .map(|(scheme, node)| (scheme, scopes(node)))
            .collect()
    };
    let mut alternatives: Vec<_> = node.iter().flat_map(Node::items).map(read).collect();
    if alternatives.is_empty() {
        alternatives.push(Alternative::new());
    }
    alternatives
}

fn only_in<'a, 'd>(
    these: &'a [Alternative<'d>],
    others: &[Alternative<'d>],
) -> Vec<&'a Alternative<'d>> {
    these.iter().filter(|one| !others.contains(one)).collect()
}

/// Whether a caller who proved what `alternative` asks is kept out by `now`, all of whose
/// alternatives are others.
fn shut_out(
    before: &[Alternative<'_>],
    now: &[Alternative<'_>],
    alternative: &Alternative<'_>,
) -> Certainty {
    let gets_in = |held: &Alternative<'_>| now.iter().any(|asked| is_met(asked, held));
    if gets_in(alternative) {
        Certainty::No
    } else if before.iter().any(gets_in) {
        // The documents do not tell which of the alternatives a caller holds.
        Certainty::Maybe
    } else {
        Certainty::Yes
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
