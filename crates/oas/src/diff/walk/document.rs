use serde_json::Value;

use super::collect::Walk;
use crate::Node;
use crate::diff::change::{ApiKind, Edit, Kind};
use crate::diff::relation::Relation;
use crate::diff::schema::shown;
use crate::diff::site::{Place, Site};

impl<'d> Walk<'d> {
    /// Compares the two documents.
    pub(in crate::diff) fn document(&mut self) {
        let (base, revision) = (self.base.root(), self.revision.root());
        let site = Site::of(None, Place::Document);
        let sides = (&base, &revision);
        self.words(&["externalDocs", "jsonSchemaDialect"], sides, &site);
        self.keyword(
            ApiKind::OpenApiVersion,
            "openapi",
            |_| Relation::EQUAL,
            sides,
            &site,
        );
        self.info(sides, &site);
        self.servers(sides, &site);
        self.tags(sides, &site);
        self.paths(sides);
        self.global_security(sides);
        self.components(sides);
        self.overlooked();
    }

    fn info(&mut self, (base, revision): (&Node<'d>, &Node<'d>), site: &Site) {
        match (base.get("info"), revision.get("info")) {
            (Some(old), Some(new)) => {
                self.keyword(
                    ApiKind::Version,
                    "version",
                    |_| Relation::EQUAL,
                    (&old, &new),
                    site,
                );
                let words = [
                    "title",
                    "summary",
                    "description",
                    "termsOfService",
                    "contact",
                    "license",
                ];
                self.words(&words, (&old, &new), site);
            }
            _ => {
                let kind = Kind::Documentation("info".to_owned());
                self.keyword(kind, "info", |_| Relation::EQUAL, (base, revision), site);
            }
        }
    }

    /// The servers of the document, a path or an operation, matched by URL.
    pub(super) fn servers(&mut self, (base, revision): (&Node<'d>, &Node<'d>), site: &Site) {
        let kind = |server: &Node<'d>| ApiKind::Server(server.str("url").unwrap_or("/").to_owned());
        let key = |server: &Node<'d>| server.str("url").unwrap_or("/").to_owned();
        let relation = Relation::UNKNOWN;
        self.list(
            "servers",
            key,
            kind,
            relation,
            (base, revision),
            site,
            |walk, sides, site| {
                let (old, new) = sides;
                walk.words(&["description"], sides, site);
                walk.base.saw(old.value.get("url").unwrap_or(&Value::Null));
                walk.revision
                    .saw(new.value.get("url").unwrap_or(&Value::Null));
                let kind = kind(old);
                walk.keyword(kind, "variables", |_| Relation::UNKNOWN, sides, site);
            },
        );
    }

    fn tags(&mut self, (base, revision): (&Node<'d>, &Node<'d>), site: &Site) {
        let key = |tag: &Node<'d>| tag.str("name").unwrap_or_default().to_owned();
        let kind = |tag: &Node<'d>| ApiKind::DocumentTag(key(tag));
        let relation = Relation::EQUAL;
        self.list(
            "tags",
            key,
            kind,
            relation,
            (base, revision),
            site,
            |walk, sides, site| {
                walk.words(&["description", "externalDocs"], sides, site);
                for (tree, node) in [(&mut walk.base, sides.0), (&mut walk.revision, sides.1)] {
                    if let Some(name) = node.value.get("name") {
                        tree.saw(name);
                    }
                }
            },
        );
    }

    /// Compares the objects of a list that have a key of their own, whatever their order.
    #[expect(
        clippy::too_many_arguments,
        reason = "a list is told by what its items are"
    )]
    fn list(
        &mut self,
        keyword: &str,
        key: impl Fn(&Node<'d>) -> String,
        kind: impl Fn(&Node<'d>) -> ApiKind,
        relation: Relation,
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
        mut both: impl FnMut(&mut Self, (&Node<'d>, &Node<'d>), &Site),
    ) {
        let (old, new) = (base.get(keyword), revision.get(keyword));
        if let Some(node) = &old {
            self.base.opened(node.value);
        }
        if let Some(node) = &new {
            self.revision.opened(node.value);
        }
        let items = |node: &Option<Node<'d>>| node.iter().flat_map(Node::items).collect::<Vec<_>>();
        let mut fresh = items(&new);
        let home = |node: &Option<Node<'d>>, owner: &Node<'d>| {
            node.clone().unwrap_or_else(|| owner.clone())
        };
        let homes = (home(&old, base), home(&new, revision));
        for item in items(&old) {
            match fresh.iter().position(|other| key(other) == key(&item)) {
                Some(index) => both(self, (&item, &fresh.remove(index)), site),
                None => {
                    self.saw_lone(Some(&item), None);
                    let fact = (Edit::Removed, relation);
                    self.fact(kind(&item), fact, (&item, &homes.1), site.clone());
                }
            }
        }
        for item in fresh {
            self.saw_lone(None, Some(&item));
            let fact = (Edit::Added, relation.mirrored());
            self.fact(kind(&item), fact, (&homes.0, &item), site.clone());
        }
    }

    /// What nothing above looked at: nothing vanishes.
    fn overlooked(&mut self) {
        let site = Site::of(None, Place::Document);
        let base = self.base.overlooked(self.revision.document().root());
        let revision = self.revision.overlooked(self.base.document().root());
        let mut places = base;
        places.extend(revision);
        places.sort_unstable();
        places.dedup();
        for place in places {
            let before = self.base.document().get(&place);
            let after = self.revision.document().get(&place);
            let Some(edit) = Edit::between(before.is_some(), after.is_some()) else {
                continue;
            };
            let texts = (before.map(shown), after.map(shown));
            let there = |side: &crate::Document| {
                let mut place = place.clone();
                while side.get(&place).is_none() {
                    place.pop();
                }
                place
            };
            let places = (there(self.base.document()), there(self.revision.document()));
            let fact = (edit, Relation::UNKNOWN);
            self.fact_with(Kind::Unclassified, fact, places, texts, site.clone());
        }
    }
}
