use super::collect::Walk;
use super::matched::Matched;
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
        self.webhooks(sides);
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
    pub(super) fn servers(&mut self, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        let kind = |server: &Node<'d>| ApiKind::Server(server.str("url").unwrap_or("/").to_owned());
        for (old, new) in self.list("servers", "url", kind, Relation::UNKNOWN, sides, site) {
            let sides = (&old, &new);
            self.words(&["description"], sides, site);
            self.keyword(kind(&old), "variables", |_| Relation::UNKNOWN, sides, site);
        }
    }

    fn tags(&mut self, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        let kind =
            |tag: &Node<'d>| ApiKind::DocumentTag(tag.str("name").unwrap_or_default().to_owned());
        for (old, new) in self.list("tags", "name", kind, Relation::EQUAL, sides, site) {
            self.words(&["description", "externalDocs"], (&old, &new), site);
        }
    }

    /// Matches the objects of a list by a key, whatever their order. Hands back what both sides
    /// have, and notes what only one has; `relation` is what its going does.
    fn list(
        &mut self,
        keyword: &str,
        key: &str,
        kind: impl Fn(&Node<'d>) -> ApiKind,
        relation: Relation,
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) -> Vec<(Node<'d>, Node<'d>)> {
        let (old, new) = (base.get(keyword), revision.get(keyword));
        let mut gained: Vec<_> = new.iter().flat_map(Node::items).collect();
        let (mut both, mut lost) = (Vec::new(), Vec::new());
        for item in old.iter().flat_map(Node::items) {
            let same = |other: &Node<'d>| other.str(key) == item.str(key);
            match gained.iter().position(same) {
                Some(index) => both.push((item, gained.remove(index))),
                None => lost.push((item.str(key).unwrap_or_default(), item)),
            }
        }
        for (tree, list) in [(&mut self.base, &old), (&mut self.revision, &new)] {
            if let Some(list) = list {
                tree.opened(list.value);
            }
        }
        for (old, new) in &both {
            self.saw_keyword(key, (old, new));
        }
        let matched = Matched {
            both: Vec::new(),
            lost,
            gained: gained
                .into_iter()
                .map(|item| (item.str(key).unwrap_or_default(), item))
                .collect(),
            base: old.unwrap_or_else(|| base.clone()),
            revision: new.unwrap_or_else(|| revision.clone()),
        };
        self.lone_members(&matched, relation.mirrored(), |_, _, item, _| {
            (kind(item).into(), site.clone())
        });
        both
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
