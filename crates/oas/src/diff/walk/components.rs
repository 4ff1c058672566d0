use super::collect::Walk;
use crate::Node;
use crate::diff::change::{ApiKind, Edit, Kind};
use crate::diff::relation::Relation;
use crate::diff::site::{Place, Site};

impl<'d> Walk<'d> {
    /// Compares the components: their names, and the contents of those that nothing refers to.
    /// What is referred to was compared where it is.
    pub(super) fn components(&mut self, (base, revision): (&Node<'d>, &Node<'d>)) {
        let (old, new) = (base.get("components"), revision.get("components"));
        if let (Some(old), Some(new)) = (&old, &new) {
            self.words(&[], (old, new), &Site::of(None, Place::Document));
        }
        for (tree, node) in [(&mut self.base, &old), (&mut self.revision, &new)] {
            if let Some(node) = node {
                tree.opened(node.value);
            }
        }
        let (old, new) = (
            old.unwrap_or_else(|| base.clone()),
            new.unwrap_or_else(|| revision.clone()),
        );
        let sides = (&old, &new);
        self.security_schemes(sides);
        let kinds = [
            "schemas",
            "responses",
            "parameters",
            "examples",
            "requestBodies",
            "headers",
            "links",
            "callbacks",
            "pathItems",
        ];
        for kind in kinds {
            self.components_of(kind, sides);
        }
    }

    fn components_of(&mut self, kind: &str, sides: (&Node<'d>, &Node<'d>)) {
        let mut matched = self.members(kind, sides, |one, other| one == other);
        for (name, old, new) in &matched.both {
            self.component(kind, name, (old, new));
        }
        let gained = &mut matched.gained;
        matched.lost.retain(|(name, old)| {
            let renamed = |(_, new): &(&str, Node<'d>)| self.is_rename(&old.pointer, &new.pointer);
            let Some(index) = gained.iter().position(renamed) else {
                return true;
            };
            let (other, new) = gained.remove(index);
            let places = (old.pointer.clone(), new.pointer.clone());
            let texts = (Some((*name).to_owned()), Some(other.to_owned()));
            let change = ApiKind::ComponentName {
                kind: kind.to_owned(),
            };
            let fact = (Edit::Changed, Relation::EQUAL);
            self.fact_with(change, fact, places, texts, site(kind, name));
            false
        });
        self.lone_members(&matched, Relation::EQUAL, |_, name, _, _| {
            let change = ApiKind::Component {
                kind: kind.to_owned(),
                name: name.to_owned(),
            };
            (change.into(), site(kind, name))
        });
    }

    /// A component that no operation of both sides refers to.
    fn component(&mut self, kind: &str, name: &str, (base, revision): (&Node<'d>, &Node<'d>)) {
        let met = self.base.has_seen(base.value) && self.revision.has_seen(revision.value);
        if met || base.value == revision.value {
            return;
        }
        let site = site(kind, name);
        if kind == "schemas" {
            self.schema(base, revision, &site, false);
            return;
        }
        self.saw_lone(Some(base), Some(revision));
        let kind = ApiKind::Component {
            kind: kind.to_owned(),
            name: name.to_owned(),
        };
        let fact = (Edit::Changed, Relation::EQUAL);
        self.fact(Kind::from(kind), fact, (base, revision), site);
    }
}

fn site(kind: &str, name: &str) -> Site {
    Site::of(
        None,
        Place::Component {
            kind: kind.to_owned(),
            name: name.to_owned(),
        },
    )
}
