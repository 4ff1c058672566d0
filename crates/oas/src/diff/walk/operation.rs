use std::collections::HashMap;

use super::collect::Walk;
use super::matched::Matched;
use super::paths::lifecycle;
use crate::Direction;
use crate::Node;
use crate::diff::change::{ApiKind, Edit, Kind, LifecycleKind};
use crate::diff::lifecycle::is_unstable;
use crate::diff::relation::Relation;
use crate::diff::site::{OperationName, Place, Site};

impl<'d> Walk<'d> {
    /// Compares two operations; `items` are the path items they are in.
    pub(super) fn operation(
        &mut self,
        name: &OperationName,
        (base, revision): (&Node<'d>, &Node<'d>),
        items: (&Node<'d>, &Node<'d>),
        names: &HashMap<&'d str, &'d str>,
    ) {
        let sides = (base, revision);
        let site = Site::of(Some(name), Place::Operation);
        self.lifecycle(sides, &site);
        let outer = self.enter(base);
        self.words(&["summary", "description", "externalDocs"], sides, &site);
        let kind = ApiKind::OperationId;
        self.keyword(kind, "operationId", |_| Relation::EQUAL, sides, &site);
        self.operation_tags(sides, &site);
        self.servers(sides, &site);
        self.security(name, sides);
        self.parameters(name, sides, items, names);
        self.request_body(name, sides);
        self.responses(name, sides);
        self.callbacks(name, sides);
        self.unstable = outer;
    }

    /// Goes into something that may be a draft, and hands back whether what it is in is one.
    pub(super) fn enter(&mut self, base: &Node<'d>) -> bool {
        let outer = self.unstable;
        self.unstable |= lifecycle(base)
            .stability
            .as_deref()
            .is_some_and(is_unstable);
        outer
    }

    /// `deprecated`, `x-sunset` and `x-stability-level`.
    pub(super) fn lifecycle(&mut self, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        let (old, new) = (lifecycle(sides.0), lifecycle(sides.1));
        if old.deprecated == new.deprecated {
            // `deprecated: false` says what its absence says.
            self.saw_keyword("deprecated", sides);
        } else {
            let edit = if new.deprecated {
                Edit::Added
            } else {
                Edit::Removed
            };
            let kind = Kind::Lifecycle(LifecycleKind::Deprecated);
            self.saw_keyword("deprecated", sides);
            let place = |node: &Node<'d>| node.get("deprecated").unwrap_or_else(|| node.clone());
            let places = (place(sides.0), place(sides.1));
            let fact = (edit, Relation::EQUAL);
            self.fact(kind, fact, (&places.0, &places.1), site.clone());
        }
        let equal = |_| Relation::EQUAL;
        let sunset = LifecycleKind::Sunset {
            was_deprecated: old.deprecated,
            is_deprecated: new.deprecated,
        };
        self.keyword(Kind::Lifecycle(sunset), "x-sunset", equal, sides, site);
        let kind = Kind::Lifecycle(LifecycleKind::Stability);
        self.keyword(kind, "x-stability-level", equal, sides, site);
    }

    /// Notes that a keyword was compared.
    pub(super) fn saw_keyword(&mut self, keyword: &str, (base, revision): (&Node<'d>, &Node<'d>)) {
        if let Some(value) = base.value.get(keyword) {
            self.base.saw(value);
        }
        if let Some(value) = revision.value.get(keyword) {
            self.revision.saw(value);
        }
    }

    fn operation_tags(&mut self, (base, revision): (&Node<'d>, &Node<'d>), site: &Site) {
        self.saw_keyword("tags", (base, revision));
        let tags = |node: &Node<'d>| node.items_of("tags").collect::<Vec<_>>();
        let (old, new) = (tags(base), tags(revision));
        let home = |node: &Node<'d>| node.get("tags").unwrap_or_else(|| node.clone());
        let (base, revision) = (home(base), home(revision));
        let kind = |tag: &Node<'d>| {
            ApiKind::Tag(
                tag.value
                    .as_str()
                    .map_or_else(|| tag.value.to_string(), str::to_owned),
            )
        };
        for tag in old
            .iter()
            .filter(|tag| !new.iter().any(|other| other.value == tag.value))
        {
            let fact = (Edit::Removed, Relation::EQUAL);
            self.fact(kind(tag), fact, (tag, &revision), site.clone());
        }
        for tag in new
            .iter()
            .filter(|tag| !old.iter().any(|other| other.value == tag.value))
        {
            let fact = (Edit::Added, Relation::EQUAL);
            self.fact(kind(tag), fact, (&base, tag), site.clone());
        }
    }

    fn request_body(&mut self, name: &OperationName, (base, revision): (&Node<'d>, &Node<'d>)) {
        let direction = self.direction(Direction::Request);
        let place = Place::RequestBody { media_type: None };
        let site = Site::of(Some(name), place).directed(direction);
        match (base.get("requestBody"), revision.get("requestBody")) {
            (Some(old), Some(new)) => {
                let Some((old, new)) = self.resolved(&old, &new, &site) else {
                    return;
                };
                self.words(&["description"], (&old, &new), &site);
                self.flag(
                    ApiKind::RequestBodyRequired,
                    "required",
                    (&old, &new),
                    &site,
                );
                self.content((&old, &new), &site);
            }
            (Some(old), None) => {
                self.saw_lone(Some(&old), None);
                let required = self
                    .base
                    .resolve(&old)
                    .is_some_and(|body| body.is_true("required"));
                let kind = ApiKind::RequestBody { required };
                self.fact(
                    kind,
                    (Edit::Removed, Relation::WIDENED),
                    (&old, revision),
                    site,
                );
            }
            (None, Some(new)) => {
                self.saw_lone(None, Some(&new));
                let body = self.revision.resolve(&new);
                let required = body.is_some_and(|body| body.is_true("required"));
                let kind = ApiKind::RequestBody { required };
                self.fact(kind, (Edit::Added, Relation::NARROWED), (base, &new), site);
            }
            (None, None) => {}
        }
    }

    /// A keyword that is `true` or not, and that demands something when it is.
    pub(super) fn flag(
        &mut self,
        kind: impl Into<Kind>,
        keyword: &str,
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) {
        self.saw_keyword(keyword, (base, revision));
        let (edit, relation) = match (base.is_true(keyword), revision.is_true(keyword)) {
            (false, true) => (Edit::Added, Relation::NARROWED),
            (true, false) => (Edit::Removed, Relation::WIDENED),
            _ => return,
        };
        let place = |node: &Node<'d>| node.get(keyword).unwrap_or_else(|| node.clone());
        let places = (place(base), place(revision));
        self.fact(kind, (edit, relation), (&places.0, &places.1), site.clone());
    }

    fn callbacks(&mut self, name: &OperationName, sides: (&Node<'d>, &Node<'d>)) {
        let site = |key: &str| Site::of(Some(name), Place::Callback(key.to_owned()));
        let matched = self.members("callbacks", sides, |one, other| one == other);
        for (key, old, new) in &matched.both {
            self.callback(name, key, (old, new));
        }
        self.lone_members(&matched, Relation::WIDENED, |_, key, _, _| {
            (ApiKind::Callback(key.to_owned()).into(), site(key))
        });
    }

    fn callback(&mut self, name: &OperationName, key: &str, sides: (&Node<'d>, &Node<'d>)) {
        let site = Site::of(Some(name), Place::Callback(key.to_owned()));
        let Some((base, revision)) = self.resolved(sides.0, sides.1, &site) else {
            return;
        };
        self.words(&[], (&base, &revision), &site);
        self.turned = !self.turned;
        let urls = |node: &Node<'d>| {
            node.members()
                .filter(|(url, _)| !url.starts_with("x-"))
                .collect::<Vec<_>>()
        };
        let mut gained = urls(&revision);
        let mut lost = urls(&base);
        lost.retain(|(url, item)| {
            let Some(index) = gained.iter().position(|(other, _)| other == url) else {
                return true;
            };
            let other = gained.remove(index).1;
            if let Some((old, new)) = self.resolved(item, &other, &site) {
                let path = format!("{} callback {key} {url}", name.path);
                self.path_item(&path, (&old, &new), &HashMap::new(), &site);
            }
            false
        });
        self.turned = !self.turned;
        let matched = Matched {
            both: Vec::new(),
            lost,
            gained,
            base,
            revision,
        };
        self.lone_members(&matched, Relation::WIDENED, |_, url, _, _| {
            (
                ApiKind::Callback(format!("{key} {url}")).into(),
                site.clone(),
            )
        });
    }
}
